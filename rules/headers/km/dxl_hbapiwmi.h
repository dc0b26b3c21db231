/* dxl_hbapiwmi.h: what the public documentation has in hbapiwmi.h.
 * Made by rules/headers/generate/generate.py: change facts/hbapiwmi.json, not this file. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#if !defined(DXL_HBAPIWMI_MORE_H) && !defined(DXL_NO_GENERATED)
#define DXL_HBAPIWMI_MORE_H
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
#ifdef __cplusplus
extern "C" {
#endif
typedef struct _AddLink_OUT AddLink_OUT, *PAddLink_OUT;
typedef struct _AddPort_IN AddPort_IN, *PAddPort_IN;
typedef struct _AddPort_OUT AddPort_OUT, *PAddPort_OUT;
typedef struct _AddTarget_IN AddTarget_IN, *PAddTarget_IN;
typedef struct _AddTarget_OUT AddTarget_OUT, *PAddTarget_OUT;
typedef struct _GetBindingCapability_IN GetBindingCapability_IN, *PGetBindingCapability_IN;
typedef struct _GetBindingCapability_OUT GetBindingCapability_OUT, *PGetBindingCapability_OUT;
typedef struct _GetBindingSupport_IN GetBindingSupport_IN, *PGetBindingSupport_IN;
typedef struct _GetBindingSupport_OUT GetBindingSupport_OUT, *PGetBindingSupport_OUT;
typedef struct _GetDiscoveredPortAttributes_IN GetDiscoveredPortAttributes_IN, *PGetDiscoveredPortAttributes_IN;
typedef struct _MSFC_HBAPortAttributesResults MSFC_HBAPortAttributesResults, *PMSFC_HBAPortAttributesResults;
typedef struct _GetDiscoveredPortAttributes_OUT GetDiscoveredPortAttributes_OUT, *PGetDiscoveredPortAttributes_OUT;
typedef struct _MSFC_EventBuffer MSFC_EventBuffer, *PMSFC_EventBuffer;
typedef struct _GetEventBuffer_OUT GetEventBuffer_OUT, *PGetEventBuffer_OUT;
typedef struct _HBAFC3MgmtInfo HBAFC3MgmtInfo, *PHBAFC3MgmtInfo;
typedef struct _GetFC3MgmtInfo_OUT GetFC3MgmtInfo_OUT, *PGetFC3MgmtInfo_OUT;
typedef struct _GetFC4Statistics_IN GetFC4Statistics_IN, *PGetFC4Statistics_IN;
typedef struct _MSFC_FC4STATISTICS MSFC_FC4STATISTICS, *PMSFC_FC4STATISTICS;
typedef struct _GetFC4Statistics_OUT GetFC4Statistics_OUT, *PGetFC4Statistics_OUT;
typedef struct _GetFcpPersistentBinding_IN GetFcpPersistentBinding_IN, *PGetFcpPersistentBinding_IN;
typedef struct _HBAFCPID HBAFCPID, *PHBAFCPID;
typedef struct _HBAScsiID HBAScsiID, *PHBAScsiID;
typedef struct _HBAFCPBindingEntry HBAFCPBindingEntry, *PHBAFCPBindingEntry;
typedef struct _GetFcpPersistentBinding_OUT GetFcpPersistentBinding_OUT, *PGetFcpPersistentBinding_OUT;
typedef struct _GetFCPStatistics_IN GetFCPStatistics_IN, *PGetFCPStatistics_IN;
typedef struct _GetFCPStatistics_OUT GetFCPStatistics_OUT, *PGetFCPStatistics_OUT;
typedef struct _GetFcpTargetMapping_IN GetFcpTargetMapping_IN, *PGetFcpTargetMapping_IN;
typedef struct _HBAFCPScsiEntry HBAFCPScsiEntry, *PHBAFCPScsiEntry;
typedef struct _GetFcpTargetMapping_OUT GetFcpTargetMapping_OUT, *PGetFcpTargetMapping_OUT;
typedef struct _GetPersistentBinding2_IN GetPersistentBinding2_IN, *PGetPersistentBinding2_IN;
typedef struct _HBAFCPBindingEntry2 HBAFCPBindingEntry2, *PHBAFCPBindingEntry2;
typedef struct _GetPersistentBinding2_OUT GetPersistentBinding2_OUT, *PGetPersistentBinding2_OUT;
typedef struct _GetPortAttributesByWWN_IN GetPortAttributesByWWN_IN, *PGetPortAttributesByWWN_IN;
typedef struct _GetPortAttributesByWWN_OUT GetPortAttributesByWWN_OUT, *PGetPortAttributesByWWN_OUT;
typedef struct _MS_SM_AdapterInformationQuery MS_SM_AdapterInformationQuery, *PMS_SM_AdapterInformationQuery;
typedef struct _MS_SMHBA_FC_PHY MS_SMHBA_FC_PHY, *PMS_SMHBA_FC_PHY;
typedef struct _MS_SMHBA_FC_Port MS_SMHBA_FC_Port, *PMS_SMHBA_FC_Port;
typedef struct _MS_SMHBA_PORTATTRIBUTES MS_SMHBA_PORTATTRIBUTES, *PMS_SMHBA_PORTATTRIBUTES;
typedef struct _MS_SMHBA_PORTLUN MS_SMHBA_PORTLUN, *PMS_SMHBA_PORTLUN;
typedef struct _MS_SMHBA_PROTOCOLSTATISTICS MS_SMHBA_PROTOCOLSTATISTICS, *PMS_SMHBA_PROTOCOLSTATISTICS;
typedef struct _MS_SMHBA_SAS_PHY MS_SMHBA_SAS_PHY, *PMS_SMHBA_SAS_PHY;
typedef struct _MS_SMHBA_SAS_Port MS_SMHBA_SAS_Port, *PMS_SMHBA_SAS_Port;
typedef struct _MS_SMHBA_SASPHYSTATISTICS MS_SMHBA_SASPHYSTATISTICS, *PMS_SMHBA_SASPHYSTATISTICS;
typedef struct _MS_SMHBA_SCSIENTRY MS_SMHBA_SCSIENTRY, *PMS_SMHBA_SCSIENTRY;
typedef struct _MSFC_AdapterEvent MSFC_AdapterEvent, *PMSFC_AdapterEvent;
typedef struct _MSFC_FCAdapterHBAAttributes MSFC_FCAdapterHBAAttributes, *PMSFC_FCAdapterHBAAttributes;
typedef struct _MSFC_FibrePortHBAAttributes MSFC_FibrePortHBAAttributes, *PMSFC_FibrePortHBAAttributes;
typedef struct _MSFC_HBAPortStatistics MSFC_HBAPortStatistics, *PMSFC_HBAPortStatistics;
typedef struct _MSFC_FibrePortHBAStatistics MSFC_FibrePortHBAStatistics, *PMSFC_FibrePortHBAStatistics;
typedef struct _MSFC_LinkEvent MSFC_LinkEvent, *PMSFC_LinkEvent;
typedef struct _MSFC_PortEvent MSFC_PortEvent, *PMSFC_PortEvent;
typedef struct _MSFC_TargetEvent MSFC_TargetEvent, *PMSFC_TargetEvent;
typedef struct _MSFC_TM MSFC_TM, *PMSFC_TM;
typedef struct _RemoveLink_OUT RemoveLink_OUT, *PRemoveLink_OUT;
typedef struct _RemovePersistentEntry_IN RemovePersistentEntry_IN, *PRemovePersistentEntry_IN;
typedef struct _RemovePersistentEntry_OUT RemovePersistentEntry_OUT, *PRemovePersistentEntry_OUT;
typedef struct _RemovePort_IN RemovePort_IN, *PRemovePort_IN;
typedef struct _RemovePort_OUT RemovePort_OUT, *PRemovePort_OUT;
typedef struct _RemoveTarget_IN RemoveTarget_IN, *PRemoveTarget_IN;
typedef struct _RemoveTarget_OUT RemoveTarget_OUT, *PRemoveTarget_OUT;
typedef struct _ScsiInquiry_IN ScsiInquiry_IN, *PScsiInquiry_IN;
typedef struct _ScsiInquiry_OUT ScsiInquiry_OUT, *PScsiInquiry_OUT;
typedef struct _ScsiReadCapacity_IN ScsiReadCapacity_IN, *PScsiReadCapacity_IN;
typedef struct _ScsiReadCapacity_OUT ScsiReadCapacity_OUT, *PScsiReadCapacity_OUT;
typedef struct _ScsiReportLuns_IN ScsiReportLuns_IN, *PScsiReportLuns_IN;
typedef struct _ScsiReportLuns_OUT ScsiReportLuns_OUT, *PScsiReportLuns_OUT;
typedef struct _SendCTPassThru_IN SendCTPassThru_IN, *PSendCTPassThru_IN;
typedef struct _SendCTPassThru_OUT SendCTPassThru_OUT, *PSendCTPassThru_OUT;
typedef struct _SendLIRR_IN SendLIRR_IN, *PSendLIRR_IN;
typedef struct _SendLIRR_OUT SendLIRR_OUT, *PSendLIRR_OUT;
typedef struct _SendRLS_IN SendRLS_IN, *PSendRLS_IN;
typedef struct _SendRLS_OUT SendRLS_OUT, *PSendRLS_OUT;
typedef struct _SendRNID_IN SendRNID_IN, *PSendRNID_IN;
typedef struct _SendRNID_OUT SendRNID_OUT, *PSendRNID_OUT;
typedef struct _SendRNIDV2_IN SendRNIDV2_IN, *PSendRNIDV2_IN;
typedef struct _SendRNIDV2_OUT SendRNIDV2_OUT, *PSendRNIDV2_OUT;
typedef struct _SendRPL_IN SendRPL_IN, *PSendRPL_IN;
typedef struct _SendRPL_OUT SendRPL_OUT, *PSendRPL_OUT;
typedef struct _SendRPS_IN SendRPS_IN, *PSendRPS_IN;
typedef struct _SendRPS_OUT SendRPS_OUT, *PSendRPS_OUT;
typedef struct _SendSRL_OUT SendSRL_OUT, *PSendSRL_OUT;
typedef struct _SetBindingSupport_IN SetBindingSupport_IN, *PSetBindingSupport_IN;
typedef struct _SetBindingSupport_OUT SetBindingSupport_OUT, *PSetBindingSupport_OUT;
typedef struct _SetFC3MgmtInfo_IN SetFC3MgmtInfo_IN, *PSetFC3MgmtInfo_IN;
typedef struct _SetFC3MgmtInfo_OUT SetFC3MgmtInfo_OUT, *PSetFC3MgmtInfo_OUT;
typedef struct _SetPersistentEntry_IN SetPersistentEntry_IN, *PSetPersistentEntry_IN;
typedef struct _SetPersistentEntry_OUT SetPersistentEntry_OUT, *PSetPersistentEntry_OUT;
typedef struct _SM_AddLink_OUT SM_AddLink_OUT, *PSM_AddLink_OUT;
typedef struct _SM_AddPort_IN SM_AddPort_IN, *PSM_AddPort_IN;
typedef struct _SM_AddPort_OUT SM_AddPort_OUT, *PSM_AddPort_OUT;
typedef struct _SM_AddTarget_IN SM_AddTarget_IN, *PSM_AddTarget_IN;
typedef struct _SM_AddTarget_OUT SM_AddTarget_OUT, *PSM_AddTarget_OUT;
typedef struct _SM_GetBindingCapability_IN SM_GetBindingCapability_IN, *PSM_GetBindingCapability_IN;
typedef struct _SM_GetBindingCapability_OUT SM_GetBindingCapability_OUT, *PSM_GetBindingCapability_OUT;
typedef struct _SM_GetBindingSupport_IN SM_GetBindingSupport_IN, *PSM_GetBindingSupport_IN;
typedef struct _SM_GetBindingSupport_OUT SM_GetBindingSupport_OUT, *PSM_GetBindingSupport_OUT;
typedef struct _SM_GetLUNStatistics_IN SM_GetLUNStatistics_IN, *PSM_GetLUNStatistics_IN;
typedef struct _SM_GetLUNStatistics_OUT SM_GetLUNStatistics_OUT, *PSM_GetLUNStatistics_OUT;
typedef struct _SM_GetPersistentBinding_IN SM_GetPersistentBinding_IN, *PSM_GetPersistentBinding_IN;
typedef struct _MS_SMHBA_BINDINGENTRY MS_SMHBA_BINDINGENTRY, *PMS_SMHBA_BINDINGENTRY;
typedef struct _SM_GetPersistentBinding_OUT SM_GetPersistentBinding_OUT, *PSM_GetPersistentBinding_OUT;
typedef struct _SM_GetRNIDMgmtInfo_OUT SM_GetRNIDMgmtInfo_OUT, *PSM_GetRNIDMgmtInfo_OUT;
typedef struct _SM_GetTargetMapping_IN SM_GetTargetMapping_IN, *PSM_GetTargetMapping_IN;
typedef struct _SM_GetTargetMapping_OUT SM_GetTargetMapping_OUT, *PSM_GetTargetMapping_OUT;
typedef struct _SM_RemoveLink_OUT SM_RemoveLink_OUT, *PSM_RemoveLink_OUT;
typedef struct _SM_RemovePersistentBinding_IN SM_RemovePersistentBinding_IN, *PSM_RemovePersistentBinding_IN;
typedef struct _SM_RemovePersistentBinding_OUT SM_RemovePersistentBinding_OUT, *PSM_RemovePersistentBinding_OUT;
typedef struct _SM_RemovePort_IN SM_RemovePort_IN, *PSM_RemovePort_IN;
typedef struct _SM_RemovePort_OUT SM_RemovePort_OUT, *PSM_RemovePort_OUT;
typedef struct _SM_RemoveTarget_IN SM_RemoveTarget_IN, *PSM_RemoveTarget_IN;
typedef struct _SM_RemoveTarget_OUT SM_RemoveTarget_OUT, *PSM_RemoveTarget_OUT;
typedef struct _SM_SendCTPassThru_IN SM_SendCTPassThru_IN, *PSM_SendCTPassThru_IN;
typedef struct _SM_SendCTPassThru_OUT SM_SendCTPassThru_OUT, *PSM_SendCTPassThru_OUT;
typedef struct _SM_SendECHO_IN SM_SendECHO_IN, *PSM_SendECHO_IN;
typedef struct _SM_SendECHO_OUT SM_SendECHO_OUT, *PSM_SendECHO_OUT;
typedef struct _SM_SendLIRR_OUT SM_SendLIRR_OUT, *PSM_SendLIRR_OUT;
typedef struct _SM_SendRLS_OUT SM_SendRLS_OUT, *PSM_SendRLS_OUT;
typedef struct _SM_SendRNID_IN SM_SendRNID_IN, *PSM_SendRNID_IN;
typedef struct _SM_SendRNID_OUT SM_SendRNID_OUT, *PSM_SendRNID_OUT;
typedef struct _SM_SendRPL_IN SM_SendRPL_IN, *PSM_SendRPL_IN;
typedef struct _SM_SendRPL_OUT SM_SendRPL_OUT, *PSM_SendRPL_OUT;
typedef struct _SM_SendRPS_OUT SM_SendRPS_OUT, *PSM_SendRPS_OUT;
typedef struct _SM_SendSMPPassThru_OUT SM_SendSMPPassThru_OUT, *PSM_SendSMPPassThru_OUT;
typedef struct _SM_SendSRL_OUT SM_SendSRL_OUT, *PSM_SendSRL_OUT;
typedef struct _SM_SendTEST_IN SM_SendTEST_IN, *PSM_SendTEST_IN;
typedef struct _SM_SendTEST_OUT SM_SendTEST_OUT, *PSM_SendTEST_OUT;
typedef struct _SM_SetBindingSupport_IN SM_SetBindingSupport_IN, *PSM_SetBindingSupport_IN;
typedef struct _SM_SetBindingSupport_OUT SM_SetBindingSupport_OUT, *PSM_SetBindingSupport_OUT;
typedef struct _SM_SetPersistentBinding_IN SM_SetPersistentBinding_IN, *PSM_SetPersistentBinding_IN;
typedef struct _SM_SetPersistentBinding_OUT SM_SetPersistentBinding_OUT, *PSM_SetPersistentBinding_OUT;
typedef struct _SM_SetRNIDMgmtInfo_IN SM_SetRNIDMgmtInfo_IN, *PSM_SetRNIDMgmtInfo_IN;
typedef struct _SM_SetRNIDMgmtInfo_OUT SM_SetRNIDMgmtInfo_OUT, *PSM_SetRNIDMgmtInfo_OUT;
typedef struct _SM_GetPortType_IN SM_GetPortType_IN, *PSM_GetPortType_IN;
typedef struct _SM_GetPortType_OUT SM_GetPortType_OUT, *PSM_GetPortType_OUT;
typedef struct _SM_GetAdapterPortAttributes_IN SM_GetAdapterPortAttributes_IN, *PSM_GetAdapterPortAttributes_IN;
typedef struct _SM_GetAdapterPortAttributes_OUT SM_GetAdapterPortAttributes_OUT, *PSM_GetAdapterPortAttributes_OUT;
typedef struct _SM_GetDiscoveredPortAttributes_IN SM_GetDiscoveredPortAttributes_IN, *PSM_GetDiscoveredPortAttributes_IN;
typedef struct _SM_GetDiscoveredPortAttributes_OUT SM_GetDiscoveredPortAttributes_OUT, *PSM_GetDiscoveredPortAttributes_OUT;
typedef struct _SM_GetPortAttributesByWWN_IN SM_GetPortAttributesByWWN_IN, *PSM_GetPortAttributesByWWN_IN;
typedef struct _SM_GetPortAttributesByWWN_OUT SM_GetPortAttributesByWWN_OUT, *PSM_GetPortAttributesByWWN_OUT;
typedef struct _SM_GetProtocolStatistics_IN SM_GetProtocolStatistics_IN, *PSM_GetProtocolStatistics_IN;
typedef struct _SM_GetProtocolStatistics_OUT SM_GetProtocolStatistics_OUT, *PSM_GetProtocolStatistics_OUT;
typedef struct _SM_GetPhyStatistics_IN SM_GetPhyStatistics_IN, *PSM_GetPhyStatistics_IN;
typedef struct _SM_GetPhyStatistics_OUT SM_GetPhyStatistics_OUT, *PSM_GetPhyStatistics_OUT;
typedef struct _SM_GetFCPhyAttributes_IN SM_GetFCPhyAttributes_IN, *PSM_GetFCPhyAttributes_IN;
typedef struct _SM_GetFCPhyAttributes_OUT SM_GetFCPhyAttributes_OUT, *PSM_GetFCPhyAttributes_OUT;
typedef struct _SM_GetSASPhyAttributes_IN SM_GetSASPhyAttributes_IN, *PSM_GetSASPhyAttributes_IN;
typedef struct _SM_GetSASPhyAttributes_OUT SM_GetSASPhyAttributes_OUT, *PSM_GetSASPhyAttributes_OUT;
struct _AddLink_OUT {
  ULONG HBAStatus;
};
struct _AddPort_IN {
  UCHAR PortWWN[8];
};
struct _AddPort_OUT {
  ULONG HBAStatus;
};
struct _AddTarget_IN {
  UCHAR HbaPortWWN[8];
  UCHAR DiscoveredPortWWN[8];
  ULONG AllTargets;
};
struct _AddTarget_OUT {
  ULONG HBAStatus;
};
struct _GetBindingCapability_IN {
  UCHAR PortWWN[8];
};
struct _GetBindingCapability_OUT {
  ULONG HBAStatus;
  ULONG BindType;
};
struct _GetBindingSupport_IN {
  UCHAR PortWWN[8];
};
struct _GetBindingSupport_OUT {
  ULONG HBAStatus;
  ULONG BindType;
};
struct _GetDiscoveredPortAttributes_IN {
  ULONG PortIndex;
  ULONG DiscoveredPortIndex;
};
struct _MSFC_HBAPortAttributesResults {
  UCHAR NodeWWN[8];
  UCHAR PortWWN[8];
  ULONG PortFcId;
  ULONG PortType;
  ULONG PortState;
  ULONG PortSupportedClassofService;
  UCHAR PortSupportedFc4Types[32];
  UCHAR PortActiveFc4Types[32];
  ULONG PortSupportedSpeed;
  ULONG PortSpeed;
  ULONG PortMaxFrameSize;
  UCHAR FabricName[8];
  ULONG NumberofDiscoveredPorts;
};
struct _GetDiscoveredPortAttributes_OUT {
  ULONG HBAStatus;
  MSFC_HBAPortAttributesResults PortAttributes;
};
struct _MSFC_EventBuffer {
  ULONG EventType;
  ULONG EventInfo[4];
};
struct _GetEventBuffer_OUT {
  ULONG HBAStatus;
  ULONG EventCount;
  MSFC_EventBuffer Events[1];
};
struct _HBAFC3MgmtInfo {
  ULONGLONG UniqueAdapterId;
  UCHAR wwn[8];
  ULONG unittype;
  ULONG PortId;
  ULONG NumberOfAttachedNodes;
  USHORT IPVersion;
  USHORT UDPPort;
  UCHAR IPAddress[16];
  USHORT reserved;
  USHORT TopologyDiscoveryFlags;
  ULONG reserved1;
};
struct _GetFC3MgmtInfo_OUT {
  ULONG HBAStatus;
  HBAFC3MgmtInfo MgmtInfo;
};
struct _GetFC4Statistics_IN {
  UCHAR PortWWN[8];
  UCHAR FC4Type;
};
struct _MSFC_FC4STATISTICS {
  ULONGLONG InputRequests;
  ULONGLONG OutputRequests;
  ULONGLONG ControlRequests;
  ULONGLONG InputMegabytes;
  ULONGLONG OutputMegabytes;
};
struct _GetFC4Statistics_OUT {
  ULONG HBAStatus;
  MSFC_FC4STATISTICS FC4Statistics;
};
struct _GetFcpPersistentBinding_IN {
  ULONG InEntryCount;
};
struct _HBAFCPID {
  ULONG Fcid;
  UCHAR NodeWWN[8];
  UCHAR PortWWN[8];
  ULONGLONG FcpLun;
};
struct _HBAScsiID {
  ULONG ScsiBusNumber;
  ULONG ScsiTargetNumber;
  ULONG ScsiOSLun;
  USHORT OSDeviceName[257];
};
struct _HBAFCPBindingEntry {
  ULONG Type;
  HBAFCPID FCPId;
  HBAScsiID ScsiId;
};
struct _GetFcpPersistentBinding_OUT {
  ULONG HBAStatus;
  ULONG TotalEntryCount;
  ULONG OutEntryCount;
  HBAFCPBindingEntry Entry[1];
};
struct _GetFCPStatistics_IN {
  HBAScsiID ScsiId;
};
struct _GetFCPStatistics_OUT {
  ULONG HBAStatus;
  MSFC_FC4STATISTICS FC4Statistics;
};
struct _GetFcpTargetMapping_IN {
  UCHAR HbaPortWWN[8];
  ULONG InEntryCount;
};
struct _HBAFCPScsiEntry {
  HBAFCPID FCPId;
  UCHAR Luid[256];
  HBAScsiID ScsiId;
};
struct _GetFcpTargetMapping_OUT {
  ULONG HBAStatus;
  ULONG TotalEntryCount;
  ULONG OutEntryCount;
  HBAFCPScsiEntry Entry[1];
};
struct _GetPersistentBinding2_IN {
  UCHAR PortWWN[8];
  ULONG InEntryCount;
};
struct _HBAFCPBindingEntry2 {
  ULONG Type;
  HBAFCPID FCPId;
  UCHAR Luid[256];
  HBAScsiID ScsiId;
};
struct _GetPersistentBinding2_OUT {
  ULONG HBAStatus;
  ULONG TotalEntryCount;
  ULONG OutEntryCount;
  HBAFCPBindingEntry2 Bindings[1];
};
struct _GetPortAttributesByWWN_IN {
  UCHAR wwn[8];
};
struct _GetPortAttributesByWWN_OUT {
  ULONG HBAStatus;
  MSFC_HBAPortAttributesResults PortAttributes;
};
struct _MS_SM_AdapterInformationQuery {
  ULONGLONG UniqueAdapterId;
  ULONG HBAStatus;
  ULONG NumberOfPorts;
  ULONG VendorSpecificID;
  WCHAR Manufacturer[64+1];
  WCHAR SerialNumber[64+1];
  WCHAR Model[256+1];
  WCHAR ModelDescription[256+1];
  WCHAR HardwareVersion[256+1];
  WCHAR DriverVersion[256+1];
  WCHAR OptionROMVersion[256+1];
  WCHAR FirmwareVersion[256+1];
  WCHAR DriverName[256+1];
  WCHAR HBASymbolicName[256+1];
  WCHAR RedundantOptionROMVersion[256+1];
  WCHAR RedundantFirmwareVersion[256+1];
  WCHAR MfgDomain[256+1];
};
struct _MS_SMHBA_FC_PHY {
  ULONG PhySupportSpeed;
  ULONG PhySpeed;
  UCHAR PhyType;
  ULONG MaxFrameSize;
};
struct _MS_SMHBA_FC_Port {
  UCHAR NodeWWN[8];
  UCHAR PortWWN[8];
  ULONG FcId;
  ULONG PortSupportedClassofService;
  UCHAR PortSupportedFc4Types[32];
  UCHAR PortActiveFc4Types[32];
  UCHAR FabricName[8];
  ULONG NumberofDiscoveredPorts;
  UCHAR NumberofPhys;
  WCHAR PortSymbolicName[256+1];
};
struct _MS_SMHBA_PORTATTRIBUTES {
  ULONG PortType;
  ULONG PortState;
  ULONG PortSpecificAttributesSize;
  WCHAR OSDeviceName[256+1];
  ULONGLONG Reserved;
  UCHAR PortSpecificAttributes[1];
};
struct _MS_SMHBA_PORTLUN {
  UCHAR PortWWN[8];
  UCHAR domainPortWWN[8];
  ULONGLONG TargetLun;
};
struct _MS_SMHBA_PROTOCOLSTATISTICS {
  LONGLONG SecondsSinceLastReset;
  LONGLONG InputRequests;
  LONGLONG OutputRequests;
  LONGLONG ControlRequests;
  LONGLONG InputMegabytes;
  LONGLONG OutputMegabytes;
};
struct _MS_SMHBA_SAS_PHY {
  UCHAR PhyIdentifier;
  ULONG NegotiatedLinkRate;
  ULONG ProgrammedMinLinkRate;
  ULONG HardwareMinLinkRate;
  ULONG ProgrammedMaxLinkRate;
  ULONG HardwareMaxLinkRate;
  UCHAR domainPortWWN[8];
};
struct _MS_SMHBA_SAS_Port {
  ULONG PortProtocol;
  UCHAR LocalSASAddress[8];
  UCHAR AttachedSASAddress[8];
  ULONG NumberofDiscoveredPorts;
  ULONG NumberofPhys;
};
struct _MS_SMHBA_SASPHYSTATISTICS {
  LONGLONG SecondsSinceLastReset;
  LONGLONG TxFrames;
  LONGLONG TxWords;
  LONGLONG RxFrames;
  LONGLONG RxWords;
  LONGLONG InvalidDwordCount;
  LONGLONG RunningDisparityErrorCount;
  LONGLONG LossofDwordSyncCount;
  LONGLONG PhyResetProblemCount;
};
struct _MS_SMHBA_SCSIENTRY {
  MS_SMHBA_PORTLUN PortLun;
  UCHAR LUID[256];
  HBAScsiID ScsiId;
};
struct _MSFC_AdapterEvent {
  ULONG EventType;
  UCHAR PortWWN[8];
};
struct _MSFC_FCAdapterHBAAttributes {
  ULONGLONG UniqueAdapterId;
  ULONG HBAStatus;
  UCHAR NodeWWN[8];
  ULONG VendorSpecificID;
  ULONG NumberOfPorts;
  WCHAR Manufacturer[64+1];
  WCHAR SerialNumber[64+1];
  WCHAR Model[256+1];
  WCHAR ModelDescription[256+1];
  WCHAR NodeSymbolicName[256+1];
  WCHAR HardwareVersion[256+1];
  WCHAR DriverVersion[256+1];
  WCHAR OptionROMVersion[256+1];
  WCHAR FirmwareVersion[256+1];
  WCHAR DriverName[256+1];
  WCHAR MfgDomain[256+1];
};
struct _MSFC_FibrePortHBAAttributes {
  ULONGLONG UniquePortId;
  ULONG HBAStatus;
  MSFC_HBAPortAttributesResults Attributes;
};
struct _MSFC_HBAPortStatistics {
  LONGLONG SecondsSinceLastReset;
  LONGLONG TxFrames;
  LONGLONG TxWords;
  LONGLONG RxFrames;
  LONGLONG RxWords;
  LONGLONG LIPCount;
  LONGLONG NOSCount;
  LONGLONG ErrorFrames;
  LONGLONG DumpedFrames;
  LONGLONG LinkFailureCount;
  LONGLONG LossOfSyncCount;
  LONGLONG LossOfSignalCount;
  LONGLONG PrimitiveSeqProtocolErrCount;
  LONGLONG InvalidTxWordCount;
  LONGLONG InvalidCRCCount;
};
struct _MSFC_FibrePortHBAStatistics {
  ULONGLONG UniquePortId;
  ULONG HBAStatus;
  MSFC_HBAPortStatistics Statistics;
};
struct _MSFC_LinkEvent {
  ULONG EventType;
  UCHAR AdapterWWN[8];
  ULONG RLIRBufferSize;
  UCHAR RLIRBuffer[1];
};
struct _MSFC_PortEvent {
  ULONG EventType;
  ULONG FabricPortId;
  UCHAR PortWWN[8];
};
struct _MSFC_TargetEvent {
  ULONG EventType;
  UCHAR PortWWN[8];
  UCHAR DiscoveredPortWWN[8];
};
struct _MSFC_TM {
  ULONG tm_sec;
  ULONG tm_min;
  ULONG tm_hour;
  ULONG tm_mday;
  ULONG tm_mon;
  ULONG tm_year;
  ULONG tm_wday;
  ULONG tm_yday;
  ULONG tm_isdst;
};
struct _RemoveLink_OUT {
  ULONG HBAStatus;
};
struct _RemovePersistentEntry_IN {
  UCHAR PortWWN[8];
  HBAFCPBindingEntry2 Binding;
};
struct _RemovePersistentEntry_OUT {
  ULONG HBAStatus;
};
struct _RemovePort_IN {
  UCHAR PortWWN[8];
};
struct _RemovePort_OUT {
  ULONG HBAStatus;
};
struct _RemoveTarget_IN {
  UCHAR HbaPortWWN[8];
  UCHAR DiscoveredPortWWN[8];
  ULONG AllTargets;
};
struct _RemoveTarget_OUT {
  ULONG HBAStatus;
};
struct _ScsiInquiry_IN {
  UCHAR Cdb[6];
  UCHAR HbaPortWWN[8];
  UCHAR DiscoveredPortWWN[8];
  ULONGLONG FcLun;
};
struct _ScsiInquiry_OUT {
  ULONG HBAStatus;
  ULONG ResponseBufferSize;
  ULONG SenseBufferSize;
  UCHAR ScsiStatus;
  UCHAR ResponseBuffer[1];
};
struct _ScsiReadCapacity_IN {
  UCHAR Cdb[10];
  UCHAR HbaPortWWN[8];
  UCHAR DiscoveredPortWWN[8];
  ULONGLONG FcLun;
};
struct _ScsiReadCapacity_OUT {
  ULONG HBAStatus;
  ULONG ResponseBufferSize;
  ULONG SenseBufferSize;
  UCHAR ScsiStatus;
  UCHAR ResponseBuffer[1];
};
struct _ScsiReportLuns_IN {
  UCHAR Cdb[12];
  UCHAR HbaPortWWN[8];
  UCHAR DiscoveredPortWWN[8];
};
struct _ScsiReportLuns_OUT {
  ULONG HBAStatus;
  ULONG ResponseBufferSize;
  ULONG SenseBufferSize;
  UCHAR ScsiStatus;
  UCHAR ResponseBuffer[1];
};
struct _SendCTPassThru_IN {
  UCHAR PortWWN[8];
  ULONG RequestBufferCount;
  UCHAR RequestBuffer[1];
};
struct _SendCTPassThru_OUT {
  ULONG HBAStatus;
  ULONG TotalResponseBufferCount;
  ULONG ActualResponseBufferCount;
  UCHAR ResponseBuffer[1];
};
struct _SendLIRR_IN {
  UCHAR SourceWWN[8];
  UCHAR DestWWN[8];
  UCHAR Function;
  UCHAR Type;
};
struct _SendLIRR_OUT {
  ULONG HBAStatus;
  ULONG TotalRspBufferSize;
  ULONG ActualRspBufferSize;
  UCHAR RspBuffer[1];
};
struct _SendRLS_IN {
  UCHAR PortWWN[8];
  UCHAR DestWWN[8];
};
struct _SendRLS_OUT {
  ULONG HBAStatus;
  ULONG TotalRspBufferSize;
  ULONG ActualRspBufferSize;
  UCHAR RspBuffer[1];
};
struct _SendRNID_IN {
  UCHAR wwn[8];
  ULONG wwntype;
};
struct _SendRNID_OUT {
  ULONG HBAStatus;
  ULONG ResponseBufferCount;
  UCHAR ResponseBuffer[1];
};
struct _SendRNIDV2_IN {
  UCHAR PortWWN[8];
  UCHAR DestWWN[8];
  ULONG DestFCID;
  ULONG NodeIdDataFormat;
};
struct _SendRNIDV2_OUT {
  ULONG HBAStatus;
  ULONG TotalRspBufferSize;
  ULONG ActualRspBufferSize;
  UCHAR RspBuffer[1];
};
struct _SendRPL_IN {
  UCHAR PortWWN[8];
  UCHAR AgentWWN[8];
  ULONG agent_domain;
  ULONG portIndex;
};
struct _SendRPL_OUT {
  ULONG HBAStatus;
  ULONG TotalRspBufferSize;
  ULONG ActualRspBufferSize;
  UCHAR RspBuffer[1];
};
struct _SendRPS_IN {
  UCHAR PortWWN[8];
  UCHAR AgentWWN[8];
  UCHAR ObjectWWN[8];
  ULONG AgentDomain;
  ULONG ObjectPortNumber;
};
struct _SendRPS_OUT {
  ULONG HBAStatus;
  ULONG TotalRspBufferSize;
  ULONG ActualRspBufferSize;
  UCHAR RspBuffer[1];
};
struct _SendSRL_OUT {
  ULONG HBAStatus;
  ULONG TotalRspBufferSize;
  ULONG ActualRspBufferSize;
  UCHAR RspBuffer[1];
};
struct _SetBindingSupport_IN {
  UCHAR PortWWN[8];
  ULONG BindType;
};
struct _SetBindingSupport_OUT {
  ULONG HBAStatus;
};
struct _SetFC3MgmtInfo_IN {
  HBAFC3MgmtInfo MgmtInfo;
};
struct _SetFC3MgmtInfo_OUT {
  ULONG HBAStatus;
};
struct _SetPersistentEntry_IN {
  UCHAR PortWWN[8];
  HBAFCPBindingEntry2 Binding;
};
struct _SetPersistentEntry_OUT {
  ULONG HBAStatus;
};
struct _SM_AddLink_OUT {
  ULONG HBAStatus;
};
struct _SM_AddPort_IN {
  UCHAR PortWWN[8];
  ULONG EventType;
};
struct _SM_AddPort_OUT {
  ULONG HBAStatus;
};
struct _SM_AddTarget_IN {
  UCHAR HbaPortWWN[8];
  UCHAR DiscoveredPortWWN[8];
  UCHAR DomainPortWWN[8];
  ULONG AllTargets;
};
struct _SM_AddTarget_OUT {
  ULONG HBAStatus;
};
struct _SM_GetBindingCapability_IN {
  UCHAR HbaPortWWN[8];
  UCHAR DomainPortWWN[8];
};
struct _SM_GetBindingCapability_OUT {
  ULONG HBAStatus;
  ULONG Flags;
};
struct _SM_GetBindingSupport_IN {
  UCHAR HbaPortWWN[8];
  UCHAR DomainPortWWN[8];
};
struct _SM_GetBindingSupport_OUT {
  ULONG HBAStatus;
  ULONG Flags;
};
struct _SM_GetLUNStatistics_IN {
  HBAScsiID Lunit;
};
struct _SM_GetLUNStatistics_OUT {
  ULONG HBAStatus;
  MS_SMHBA_PROTOCOLSTATISTICS ProtocolStatistics;
};
struct _SM_GetPersistentBinding_IN {
  UCHAR HbaPortWWN[8];
  UCHAR DomainPortWWN[8];
  ULONG InEntryCount;
};
struct _MS_SMHBA_BINDINGENTRY {
  ULONG type;
  MS_SMHBA_PORTLUN PortLun;
  UCHAR LUID[256];
  ULONG Status;
  HBAScsiID ScsiId;
};
struct _SM_GetPersistentBinding_OUT {
  ULONG HBAStatus;
  ULONG TotalEntryCount;
  ULONG OutEntryCount;
  MS_SMHBA_BINDINGENTRY Entry[1];
};
struct _SM_GetRNIDMgmtInfo_OUT {
  ULONG HBAStatus;
  HBAFC3MgmtInfo MgmtInfo;
};
struct _SM_GetTargetMapping_IN {
  UCHAR HbaPortWWN[8];
  UCHAR DomainPortWWN[8];
  ULONG InEntryCount;
};
struct _SM_GetTargetMapping_OUT {
  ULONG HBAStatus;
  ULONG TotalEntryCount;
  ULONG OutEntryCount;
  MS_SMHBA_SCSIENTRY Entry[1];
};
struct _SM_RemoveLink_OUT {
  ULONG HBAStatus;
};
struct _SM_RemovePersistentBinding_IN {
  UCHAR HbaPortWWN[8];
  UCHAR DomainPortWWN[8];
  ULONG EntryCount;
  MS_SMHBA_BINDINGENTRY Entry[1];
};
struct _SM_RemovePersistentBinding_OUT {
  ULONG HBAStatus;
};
struct _SM_RemovePort_IN {
  UCHAR PortWWN[8];
  ULONG EventType;
};
struct _SM_RemovePort_OUT {
  ULONG HBAStatus;
};
struct _SM_RemoveTarget_IN {
  UCHAR HbaPortWWN[8];
  UCHAR DiscoveredPortWWN[8];
  UCHAR DomainPortWWN[8];
  ULONG AllTargets;
};
struct _SM_RemoveTarget_OUT {
  ULONG HBAStatus;
};
struct _SM_SendCTPassThru_IN {
  UCHAR HbaPortWWN[8];
  ULONG InRespBufferMaxSize;
  ULONG ReqBufferSize;
  UCHAR ReqBuffer[1];
};
struct _SM_SendCTPassThru_OUT {
  ULONG HBAStatus;
  ULONG TotalRespBufferSize;
  ULONG OutRespBufferSize;
  UCHAR RespBuffer[1];
};
struct _SM_SendECHO_IN {
  UCHAR HbaPortWWN[8];
  UCHAR DestWWN[8];
  ULONG DestFCID;
  ULONG InRespBufferMaxSize;
  ULONG ReqBufferSize;
  UCHAR ReqBuffer[1];
};
struct _SM_SendECHO_OUT {
  ULONG HBAStatus;
  ULONG OutRespBufferSize;
  UCHAR RespBuffer[1];
};
struct _SM_SendLIRR_OUT {
  ULONG HBAStatus;
  ULONG TotalRespBufferSize;
  ULONG OutRespBufferSize;
  UCHAR RespBuffer[1];
};
struct _SM_SendRLS_OUT {
  ULONG HBAStatus;
  ULONG TotalRespBufferSize;
  ULONG OutRespBufferSize;
  UCHAR RespBuffer[1];
};
struct _SM_SendRNID_IN {
  UCHAR HbaPortWWN[8];
  UCHAR DestWWN[8];
  ULONG DestFCID;
  ULONG NodeIdDataFormat;
  ULONG InRespBufferMaxSize;
};
struct _SM_SendRNID_OUT {
  ULONG HBAStatus;
  ULONG TotalRespBufferSize;
  ULONG OutRespBufferSize;
  UCHAR RespBuffer[1];
};
struct _SM_SendRPL_IN {
  UCHAR HbaPortWWN[8];
  UCHAR AgentWWN[8];
  ULONG AgentDomain;
  ULONG PortIndex;
  ULONG InRespBufferMaxSize;
};
struct _SM_SendRPL_OUT {
  ULONG HBAStatus;
  ULONG TotalRespBufferSize;
  ULONG OutRespBufferSize;
  UCHAR RespBuffer[1];
};
struct _SM_SendRPS_OUT {
  ULONG HBAStatus;
  ULONG TotalRespBufferSize;
  ULONG OutRespBufferSize;
  UCHAR RespBuffer[1];
};
struct _SM_SendSMPPassThru_OUT {
  ULONG HBAStatus;
  ULONG TotalRespBufferSize;
  ULONG OutRespBufferSize;
  UCHAR RespBuffer[1];
};
struct _SM_SendSRL_OUT {
  ULONG HBAStatus;
  ULONG TotalRespBufferSize;
  ULONG OutRespBufferSize;
  UCHAR RespBuffer[1];
};
struct _SM_SendTEST_IN {
  UCHAR HbaPortWWN[8];
  UCHAR DestWWN[8];
  ULONG DestFCID;
  ULONG ReqBufferSize;
  UCHAR ReqBuffer[1];
};
struct _SM_SendTEST_OUT {
  ULONG HBAStatus;
};
struct _SM_SetBindingSupport_IN {
  UCHAR HbaPortWWN[8];
  UCHAR DomainPortWWN[8];
  ULONG Flags;
};
struct _SM_SetBindingSupport_OUT {
  ULONG HBAStatus;
};
struct _SM_SetPersistentBinding_IN {
  UCHAR HbaPortWWN[8];
  UCHAR DomainPortWWN[8];
  ULONG InEntryCount;
  MS_SMHBA_BINDINGENTRY Entry[1];
};
struct _SM_SetPersistentBinding_OUT {
  ULONG HBAStatus;
  ULONG OutStatusCount;
  ULONG EntryStatus[1];
};
struct _SM_SetRNIDMgmtInfo_IN {
  HBAFC3MgmtInfo MgmtInfo;
};
struct _SM_SetRNIDMgmtInfo_OUT {
  ULONG HBAStatus;
};
struct _SM_GetPortType_IN {
  ULONG PortIndex;
};
struct _SM_GetPortType_OUT {
  ULONG HBAStatus;
  ULONG PortType;
};
struct _SM_GetAdapterPortAttributes_IN {
  ULONG PortIndex;
  ULONG PortSpecificAttributesMaxSize;
};
struct _SM_GetAdapterPortAttributes_OUT {
  ULONG HBAStatus;
  MS_SMHBA_PORTATTRIBUTES PortAttributes;
};
struct _SM_GetDiscoveredPortAttributes_IN {
  ULONG PortIndex;
  ULONG DiscoveredPortIndex;
  ULONG PortSpecificAttributesMaxSize;
};
struct _SM_GetDiscoveredPortAttributes_OUT {
  ULONG HBAStatus;
  MS_SMHBA_PORTATTRIBUTES PortAttributes;
};
struct _SM_GetPortAttributesByWWN_IN {
  UCHAR PortWWN[8];
  UCHAR DomainPortWWN[8];
  ULONG PortSpecificAttributesMaxSize;
};
struct _SM_GetPortAttributesByWWN_OUT {
  ULONG HBAStatus;
  MS_SMHBA_PORTATTRIBUTES PortAttributes;
};
struct _SM_GetProtocolStatistics_IN {
  ULONG PortIndex;
  ULONG ProtocolType;
};
struct _SM_GetProtocolStatistics_OUT {
  ULONG HBAStatus;
  MS_SMHBA_PROTOCOLSTATISTICS ProtocolStatistics;
};
struct _SM_GetPhyStatistics_IN {
  ULONG PortIndex;
  ULONG PhyIndex;
  ULONG InNumOfPhyCounters;
};
struct _SM_GetPhyStatistics_OUT {
  ULONG HBAStatus;
  ULONG TotalNumOfPhyCounters;
  ULONG OutNumOfPhyCounters;
  LONGLONG PhyCounter[1];
};
struct _SM_GetFCPhyAttributes_IN {
  ULONG PortIndex;
  ULONG PhyIndex;
};
struct _SM_GetFCPhyAttributes_OUT {
  ULONG HBAStatus;
  MS_SMHBA_FC_PHY PhyType;
};
struct _SM_GetSASPhyAttributes_IN {
  ULONG PortIndex;
  ULONG PhyIndex;
};
struct _SM_GetSASPhyAttributes_OUT {
  ULONG HBAStatus;
  MS_SMHBA_SAS_PHY PhyType;
};
#ifdef __cplusplus
}
#endif
#endif
