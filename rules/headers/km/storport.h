/* storport.h: storage miniports: mingw-w64's requests and SCSI commands, and the interface of Storport as documented.
 * Instead of srb.h and scsi.h, whose types it declares in its own way. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_STORPORT_H
#define DXL_STORPORT_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <storport.h>
#else
#include <ntddk.h>
#ifndef DXL_SRB_H
#define DXL_SRB_H
#define _PORT_CONFIGURATION_INFORMATION dxl_scsi__PORT_CONFIGURATION_INFORMATION
#define PORT_CONFIGURATION_INFORMATION dxl_scsi_PORT_CONFIGURATION_INFORMATION
#define PPORT_CONFIGURATION_INFORMATION dxl_scsi_PPORT_CONFIGURATION_INFORMATION
#define _HW_INITIALIZATION_DATA dxl_scsi__HW_INITIALIZATION_DATA
#define HW_INITIALIZATION_DATA dxl_scsi_HW_INITIALIZATION_DATA
#define PHW_INITIALIZATION_DATA dxl_scsi_PHW_INITIALIZATION_DATA
#define _SCSI_ADAPTER_CONTROL_TYPE dxl_scsi__SCSI_ADAPTER_CONTROL_TYPE
#define SCSI_ADAPTER_CONTROL_TYPE dxl_scsi_SCSI_ADAPTER_CONTROL_TYPE
#define PSCSI_ADAPTER_CONTROL_TYPE dxl_scsi_PSCSI_ADAPTER_CONTROL_TYPE
#define ScsiQuerySupportedControlTypes dxl_scsi_ScsiQuerySupportedControlTypes
#define ScsiStopAdapter dxl_scsi_ScsiStopAdapter
#define ScsiRestartAdapter dxl_scsi_ScsiRestartAdapter
#define ScsiSetBootConfig dxl_scsi_ScsiSetBootConfig
#define ScsiSetRunningConfig dxl_scsi_ScsiSetRunningConfig
#define ScsiAdapterControlMax dxl_scsi_ScsiAdapterControlMax
#define MakeAdapterControlTypeSizeOfUlong dxl_scsi_MakeAdapterControlTypeSizeOfUlong
#define PHW_INITIALIZE dxl_scsi_PHW_INITIALIZE
#define PHW_STARTIO dxl_scsi_PHW_STARTIO
#define PHW_INTERRUPT dxl_scsi_PHW_INTERRUPT
#define PHW_TIMER dxl_scsi_PHW_TIMER
#define PHW_FIND_ADAPTER dxl_scsi_PHW_FIND_ADAPTER
#define PHW_RESET_BUS dxl_scsi_PHW_RESET_BUS
#define PHW_ADAPTER_CONTROL dxl_scsi_PHW_ADAPTER_CONTROL
#include_next <srb.h>
#undef _PORT_CONFIGURATION_INFORMATION
#undef PORT_CONFIGURATION_INFORMATION
#undef PPORT_CONFIGURATION_INFORMATION
#undef _HW_INITIALIZATION_DATA
#undef HW_INITIALIZATION_DATA
#undef PHW_INITIALIZATION_DATA
#undef _SCSI_ADAPTER_CONTROL_TYPE
#undef SCSI_ADAPTER_CONTROL_TYPE
#undef PSCSI_ADAPTER_CONTROL_TYPE
#undef ScsiQuerySupportedControlTypes
#undef ScsiStopAdapter
#undef ScsiRestartAdapter
#undef ScsiSetBootConfig
#undef ScsiSetRunningConfig
#undef ScsiAdapterControlMax
#undef MakeAdapterControlTypeSizeOfUlong
#undef PHW_INITIALIZE
#undef PHW_STARTIO
#undef PHW_INTERRUPT
#undef PHW_TIMER
#undef PHW_FIND_ADAPTER
#undef PHW_RESET_BUS
#undef PHW_ADAPTER_CONTROL
#include <dxl_srb.h>
#include <scsi.h>
#include <dxl_storport.h>
#endif
#endif
#endif
