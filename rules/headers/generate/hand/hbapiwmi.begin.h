#define MS_SM_AdapterInformationQueryGuid {0xbdc67efa, 0xe5e7, 0x4777, {0xb1, 0x3c, 0x62, 0x14, 0x59, 0x65, 0x70, 0x99}}
#define MS_SM_PortInformationMethodsGuid {0x5b6a8b86, 0x708d, 0x4ec6, {0x82, 0xa6, 0x39, 0xad, 0xcf, 0x6f, 0x64, 0x33}}
/* Methods of MS_SM_PortInformationMethods. */
#define SM_GetPortType 1
#define SM_GetAdapterPortAttributes 2
#define SM_GetDiscoveredPortAttributes 3
#define SM_GetPortAttributesByWWN 4
#define SM_GetProtocolStatistics 5
#define SM_GetPhyStatistics 6
#define SM_GetFCPhyAttributes 7
#define SM_GetSASPhyAttributes 8
#define SM_RefreshInformation 10
/* A block ends with its last member, without the padding behind it. */
#define DXL_UP_TO(type, member) (FIELD_OFFSET(type, member) + sizeof(((type *)0)->member))
#define SM_GetPortType_IN_SIZE DXL_UP_TO(SM_GetPortType_IN, PortIndex)
#define SM_GetPortType_OUT_SIZE DXL_UP_TO(SM_GetPortType_OUT, PortType)
#define SM_GetAdapterPortAttributes_IN_SIZE DXL_UP_TO(SM_GetAdapterPortAttributes_IN, PortSpecificAttributesMaxSize)
#define SM_GetAdapterPortAttributes_OUT_SIZE DXL_UP_TO(SM_GetAdapterPortAttributes_OUT, PortAttributes)
#define SM_GetDiscoveredPortAttributes_IN_SIZE DXL_UP_TO(SM_GetDiscoveredPortAttributes_IN, PortSpecificAttributesMaxSize)
#define SM_GetDiscoveredPortAttributes_OUT_SIZE DXL_UP_TO(SM_GetDiscoveredPortAttributes_OUT, PortAttributes)
#define SM_GetPortAttributesByWWN_IN_SIZE DXL_UP_TO(SM_GetPortAttributesByWWN_IN, PortSpecificAttributesMaxSize)
#define SM_GetPortAttributesByWWN_OUT_SIZE DXL_UP_TO(SM_GetPortAttributesByWWN_OUT, PortAttributes)
#define SM_GetProtocolStatistics_IN_SIZE DXL_UP_TO(SM_GetProtocolStatistics_IN, ProtocolType)
#define SM_GetProtocolStatistics_OUT_SIZE DXL_UP_TO(SM_GetProtocolStatistics_OUT, ProtocolStatistics)
#define SM_GetPhyStatistics_IN_SIZE DXL_UP_TO(SM_GetPhyStatistics_IN, InNumOfPhyCounters)
#define SM_GetFCPhyAttributes_IN_SIZE DXL_UP_TO(SM_GetFCPhyAttributes_IN, PhyIndex)
#define SM_GetFCPhyAttributes_OUT_SIZE DXL_UP_TO(SM_GetFCPhyAttributes_OUT, PhyType)
#define SM_GetSASPhyAttributes_IN_SIZE DXL_UP_TO(SM_GetSASPhyAttributes_IN, PhyIndex)
#define SM_GetSASPhyAttributes_OUT_SIZE DXL_UP_TO(SM_GetSASPhyAttributes_OUT, PhyType)
