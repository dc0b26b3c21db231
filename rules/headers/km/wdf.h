/* wdf.h: plain declarations of the library's documented routines.
 * Made by rules/headers/generate/generate.py: change facts/libraries.json, not this file. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#if !defined(DXL_WDF_MORE_H) && !defined(DXL_NO_GENERATED)
#define DXL_WDF_MORE_H
#include <ntddk.h>
#include <windef.h>

/* Handles: https://learn.microsoft.com/windows-hardware/drivers/wdf/summary-of-framework-object-types */
typedef HANDLE WDFOBJECT, *PWDFOBJECT;
#define DXL_WDF_HANDLE(name) struct name##__ { int unused; }; typedef struct name##__ *name
DXL_WDF_HANDLE(WDFDRIVER);
DXL_WDF_HANDLE(WDFDEVICE);
DXL_WDF_HANDLE(WDFQUEUE);
DXL_WDF_HANDLE(WDFREQUEST);
DXL_WDF_HANDLE(WDFFILEOBJECT);
DXL_WDF_HANDLE(WDFDPC);
DXL_WDF_HANDLE(WDFTIMER);
DXL_WDF_HANDLE(WDFWORKITEM);
DXL_WDF_HANDLE(WDFINTERRUPT);
DXL_WDF_HANDLE(WDFWAITLOCK);
DXL_WDF_HANDLE(WDFSPINLOCK);
DXL_WDF_HANDLE(WDFMEMORY);
DXL_WDF_HANDLE(WDFLOOKASIDE);
DXL_WDF_HANDLE(WDFIOTARGET);
DXL_WDF_HANDLE(WDFUSBDEVICE);
DXL_WDF_HANDLE(WDFUSBINTERFACE);
DXL_WDF_HANDLE(WDFUSBPIPE);
DXL_WDF_HANDLE(WDFDMAENABLER);
DXL_WDF_HANDLE(WDFDMATRANSACTION);
DXL_WDF_HANDLE(WDFCOMMONBUFFER);
DXL_WDF_HANDLE(WDFKEY);
DXL_WDF_HANDLE(WDFSTRING);
DXL_WDF_HANDLE(WDFCOLLECTION);
DXL_WDF_HANDLE(WDFCHILDLIST);
DXL_WDF_HANDLE(WDFIORESREQLIST);
DXL_WDF_HANDLE(WDFIORESLIST);
DXL_WDF_HANDLE(WDFCMRESLIST);
DXL_WDF_HANDLE(WDFWMIPROVIDER);
DXL_WDF_HANDLE(WDFWMIINSTANCE);
DXL_WDF_HANDLE(WDFCOMPANIONTARGET);
typedef PVOID WDFCONTEXT;
typedef struct WDFDEVICE_INIT *PWDFDEVICE_INIT;
typedef struct WDFCXDEVICE_INIT *PWDFCXDEVICE_INIT;
typedef struct WDF_DRIVER_GLOBALS WDF_DRIVER_GLOBALS, *PWDF_DRIVER_GLOBALS;

#define WDF_NO_OBJECT_ATTRIBUTES (NULL)
#define WDF_NO_EVENT_CALLBACK (NULL)
#define WDF_NO_HANDLE (NULL)
#define WDF_INVALID_HANDLE (NULL)
#define WDF_NO_CONTEXT (NULL)
#define WDF_NO_SEND_OPTIONS (NULL)
#define WDFAPI
#define WDF_TIMEOUT_TO_SEC ((LONGLONG)1 * 10 * 1000 * 1000)
#define WDF_TIMEOUT_TO_MS ((LONGLONG)1 * 10 * 1000)
#define WDF_TIMEOUT_TO_US ((LONGLONG)1 * 10)

typedef struct _WDF_OBJECT_CONTEXT_TYPE_INFO {
  ULONG Size;
  PCHAR ContextName;
  size_t ContextSize;
  const struct _WDF_OBJECT_CONTEXT_TYPE_INFO *UniqueType;
  PVOID EvtDriverGetUniqueContextType;
} WDF_OBJECT_CONTEXT_TYPE_INFO, *PWDF_OBJECT_CONTEXT_TYPE_INFO;
typedef const WDF_OBJECT_CONTEXT_TYPE_INFO *PCWDF_OBJECT_CONTEXT_TYPE_INFO;
#define WDF_GET_CONTEXT_TYPE_INFO(type) ((PCWDF_OBJECT_CONTEXT_TYPE_INFO)0)
#define WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(type, casting) type *casting(WDFOBJECT Handle);
#define WDF_DECLARE_CONTEXT_TYPE(type) WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(type, WdfObjectGet_##type)
#define WDF_DECLARE_TYPE_AND_GLOBALS(type, name, access, where)
#define WDF_OBJECT_ATTRIBUTES_SET_CONTEXT_TYPE(attributes, type) ((attributes)->ContextTypeInfo = WDF_GET_CONTEXT_TYPE_INFO(type))
#define WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(attributes, type) \
  (WDF_OBJECT_ATTRIBUTES_INIT(attributes), WDF_OBJECT_ATTRIBUTES_SET_CONTEXT_TYPE(attributes, type))
/* The bit of a state in which notification is not pended. */
#define WdfDevStateNP 0x1000
typedef struct _WDF_USB_REQUEST_COMPLETION_PARAMS *PWDF_USB_REQUEST_COMPLETION_PARAMS;
typedef const struct _WDF_DEVICE_PNP_NOTIFICATION_DATA *PCWDF_DEVICE_PNP_NOTIFICATION_DATA;
typedef const struct _WDF_DEVICE_POWER_NOTIFICATION_DATA *PCWDF_DEVICE_POWER_NOTIFICATION_DATA;
typedef const struct _WDF_DEVICE_POWER_POLICY_NOTIFICATION_DATA *PCWDF_DEVICE_POWER_POLICY_NOTIFICATION_DATA;
#ifdef __cplusplus
extern "C" {
#endif
typedef enum _WDF_CHILD_LIST_RETRIEVE_DEVICE_STATUS {
  WdfChildListRetrieveDeviceUndefined = 0,
  WdfChildListRetrieveDeviceSuccess,
  WdfChildListRetrieveDeviceNotYetCreated,
  WdfChildListRetrieveDeviceNoSuchDevice,
} WDF_CHILD_LIST_RETRIEVE_DEVICE_STATUS, *PWDF_CHILD_LIST_RETRIEVE_DEVICE_STATUS;
typedef enum _WDF_RETRIEVE_CHILD_FLAGS {
  WdfRetrieveUnspecified = 0x0000,
  WdfRetrievePresentChildren = 0x0001,
  WdfRetrieveMissingChildren = 0x0002,
  WdfRetrievePendingChildren = 0x0004,
  WdfRetrieveAddedChildren = ( WdfRetrievePresentChildren | WdfRetrievePendingChildren ),
  WdfRetrieveAllChildren = ( WdfRetrievePresentChildren | WdfRetrievePendingChildren | WdfRetrieveMissingChildren ),
} WDF_RETRIEVE_CHILD_FLAGS;
typedef enum _WDF_DEVICE_SHUTDOWN_FLAGS {
  WdfDeviceShutdown = 0x01,
  WdfDeviceLastChanceShutdown = 0x02,
} WDF_DEVICE_SHUTDOWN_FLAGS;
typedef enum _WDF_DEVICE_FAILED_ACTION {
  WdfDeviceFailedUndefined = 0,
  WdfDeviceFailedAttemptRestart,
  WdfDeviceFailedNoRestart,
} WDF_DEVICE_FAILED_ACTION;
typedef enum _WDF_DEVICE_HWACCESS_TARGET_SIZE {
  WdfDeviceHwAccessTargetSizeInvalid = 0,
  WdfDeviceHwAccessTargetSizeUchar,
  WdfDeviceHwAccessTargetSizeUshort,
  WdfDeviceHwAccessTargetSizeUlong,
  WdfDeviceHwAccessTargetSizeUlong64,
  WdfDeviceHwAccessTargetSizeMaximum,
} WDF_DEVICE_HWACCESS_TARGET_SIZE, *PWDF_DEVICE_HWACCESS_TARGET_SIZE;
typedef enum _WDF_DEVICE_HWACCESS_TARGET_TYPE {
  WdfDeviceHwAccessTargetTypeInvalid = 0,
  WdfDeviceHwAccessTargetTypeRegister,
  WdfDeviceHwAccessTargetTypeRegisterBuffer,
  WdfDeviceHwAccessTargetTypePort,
  WdfDeviceHwAccessTargetTypePortBuffer,
  WdfDeviceHwAccessTargetTypeMaximum,
} WDF_DEVICE_HWACCESS_TARGET_TYPE, *PWDF_DEVICE_HWACCESS_TARGET_TYPE;
typedef enum _WDF_DEVICE_IO_TYPE {
  WdfDeviceIoUndefined = 0,
  WdfDeviceIoNeither,
  WdfDeviceIoBuffered,
  WdfDeviceIoDirect,
  WdfDeviceIoBufferedOrDirect = 4,
  WdfDeviceIoMaximum,
} WDF_DEVICE_IO_TYPE, *PWDF_DEVICE_IO_TYPE;
typedef enum _WDF_DEVICE_PNP_STATE {
  WdfDevStatePnpInvalid = 0x00,
  WdfDevStatePnpObjectCreated = 0x100,
  WdfDevStatePnpCheckForDevicePresence = 0x101,
  WdfDevStatePnpEjectFailed = 0x102,
  WdfDevStatePnpEjectHardware = 0x103,
  WdfDevStatePnpEjectedWaitingForRemove = 0x104,
  WdfDevStatePnpInit = 0x105,
  WdfDevStatePnpInitStarting = 0x106,
  WdfDevStatePnpInitSurpriseRemoved = 0x107,
  WdfDevStatePnpHardwareAvailable = 0x108,
  WdfDevStatePnpEnableInterfaces = 0x109,
  WdfDevStatePnpHardwareAvailablePowerPolicyFailed = 0x10A,
  WdfDevStatePnpQueryRemoveAskDriver = 0x10B,
  WdfDevStatePnpQueryRemovePending = 0x10C,
  WdfDevStatePnpQueryRemoveStaticCheck = 0x10D,
  WdfDevStatePnpQueriedRemoving = 0x10E,
  WdfDevStatePnpQueryStopAskDriver = 0x10F,
  WdfDevStatePnpQueryStopPending = 0x110,
  WdfDevStatePnpQueryStopStaticCheck = 0x111,
  WdfDevStatePnpQueryCanceled = 0x112,
  WdfDevStatePnpRemoved = 0x113,
  WdfDevStatePnpPdoRemoved = 0x114,
  WdfDevStatePnpRemovedPdoWait = 0x115,
  WdfDevStatePnpRemovedPdoSurpriseRemoved = 0x116,
  WdfDevStatePnpRemovingDisableInterfaces = 0x117,
  WdfDevStatePnpRestarting = 0x118,
  WdfDevStatePnpStarted = 0x119,
  WdfDevStatePnpStartedCancelStop = 0x11A,
  WdfDevStatePnpStartedCancelRemove = 0x11B,
  WdfDevStatePnpStartedRemoving = 0x11C,
  WdfDevStatePnpStartingFromStopped = 0x11D,
  WdfDevStatePnpStopped = 0x11E,
  WdfDevStatePnpStoppedWaitForStartCompletion = 0x11F,
  WdfDevStatePnpStartedStopping = 0x120,
  WdfDevStatePnpSurpriseRemove = 0x121,
  WdfDevStatePnpInitQueryRemove = 0x122,
  WdfDevStatePnpInitQueryRemoveCanceled = 0x123,
  WdfDevStatePnpFdoRemoved = 0x124,
  WdfDevStatePnpRemovedWaitForChildren = 0x125,
  WdfDevStatePnpQueriedSurpriseRemove = 0x126,
  WdfDevStatePnpSurpriseRemoveIoStarted = 0x127,
  WdfDevStatePnpFailedPowerDown = 0x128,
  WdfDevStatePnpFailedIoStarting = 0x129,
  WdfDevStatePnpFailedOwnHardware = 0x12A,
  WdfDevStatePnpFailed = 0x12B,
  WdfDevStatePnpFailedSurpriseRemoved = 0x12C,
  WdfDevStatePnpFailedStarted = 0x12D,
  WdfDevStatePnpFailedWaitForRemove = 0x12E,
  WdfDevStatePnpFailedInit = 0x12F,
  WdfDevStatePnpPdoInitFailed = 0x130,
  WdfDevStatePnpRestart = 0x131,
  WdfDevStatePnpRestartReleaseHardware = 0x132,
  WdfDevStatePnpRestartHardwareAvailable = 0x133,
  WdfDevStatePnpPdoRestart = 0x134,
  WdfDevStatePnpFinal = 0x135,
  WdfDevStatePnpRemovedChildrenRemoved = 0x136,
  WdfDevStatePnpQueryRemoveEnsureDeviceAwake = 0x137,
  WdfDevStatePnpQueryStopEnsureDeviceAwake = 0x138,
  WdfDevStatePnpFailedPowerPolicyRemoved = 0x139,
  WdfDevStatePnpNull = 0x13A,
} WDF_DEVICE_PNP_STATE, *PWDF_DEVICE_PNP_STATE;
typedef enum _WDF_DEVICE_POWER_POLICY_STATE {
  WdfDevStatePwrPolInvalid = 0x00,
  WdfDevStatePwrPolObjectCreated = 0x500,
  WdfDevStatePwrPolStarting = 0x501,
  WdfDevStatePwrPolStartingSucceeded = 0x502,
  WdfDevStatePwrPolStartingFailed = 0x503,
  WdfDevStatePwrPolStartingDecideS0Wake = 0x504,
  WdfDevStatePwrPolStartedIdleCapable = 0x505,
  WdfDevStatePwrPolTimerExpiredNoWake = 0x506,
  WdfDevStatePwrPolTimerExpiredNoWakeCompletePowerDown = 0x507,
  WdfDevStatePwrPolWaitingUnarmed = 0x508,
  WdfDevStatePwrPolWaitingUnarmedQueryIdle = 0x509,
  WdfDevStatePwrPolS0NoWakePowerUp = 0x50A,
  WdfDevStatePwrPolS0NoWakeCompletePowerUp = 0x50B,
  WdfDevStatePwrPolSystemSleepFromDeviceWaitingUnarmed = 0x50C,
  WdfDevStatePwrPolSystemSleepNeedWake = 0x50D,
  WdfDevStatePwrPolSystemSleepNeedWakeCompletePowerUp = 0x50E,
  WdfDevStatePwrPolSystemSleepPowerRequestFailed = 0x50F,
  WdfDevStatePwrPolCheckPowerPageable = 0x510,
  WdfDevStatePwrPolSleepingWakeWakeArrived = 0x511,
  WdfDevStatePwrPolSleepingWakeRevertArmWake = 0x512,
  WdfDevStatePwrPolSystemAsleepWakeArmed = 0x513,
  WdfDevStatePwrPolSystemWakeDeviceWakeEnabled = 0x514,
  WdfDevStatePwrPolSystemWakeDeviceWakeEnabledWakeCanceled = 0x515,
  WdfDevStatePwrPolSystemWakeDeviceWakeDisarm = 0x516,
  WdfDevStatePwrPolSystemWakeDeviceWakeTriggered = 0x517,
  WdfDevStatePwrPolSystemWakeDeviceWakeTriggeredS0 = 0x518,
  WdfDevStatePwrPolSystemWakeDeviceWokeDisarm = 0x519,
  WdfDevStatePwrPolSleepingWakeWakeArrivedNP = 0x51A | WdfDevStateNP,
  WdfDevStatePwrPolSleepingWakeRevertArmWakeNP = 0x51B | WdfDevStateNP,
  WdfDevStatePwrPolSleepingWakePowerDownFailed = 0x51C,
  WdfDevStatePwrPolSleepingWakePowerDownFailedWakeCanceled = 0x51D,
  WdfDevStatePwrPolSystemAsleepWakeArmedNP = 0x51E | WdfDevStateNP,
  WdfDevStatePwrPolSystemWakeDeviceWakeEnabledNP = 0x51F | WdfDevStateNP,
  WdfDevStatePwrPolSystemWakeDeviceWakeEnabledWakeCanceledNP = 0x520 | WdfDevStateNP,
  WdfDevStatePwrPolSystemWakeDeviceWakeDisarmNP = 0x521 | WdfDevStateNP,
  WdfDevStatePwrPolSystemWakeDeviceWakeTriggeredNP = 0x522 | WdfDevStateNP,
  WdfDevStatePwrPolSystemWakeDeviceWakeTriggeredS0NP = 0x523 | WdfDevStateNP,
  WdfDevStatePwrPolSystemWakeDeviceWokeDisarmNP = 0x524 | WdfDevStateNP,
  WdfDevStatePwrPolSystemWakeDeviceWakeCompletePowerUp = 0x525,
  WdfDevStatePwrPolSleeping = 0x526,
  WdfDevStatePwrPolSleepingNoWakePowerDown = 0x527,
  WdfDevStatePwrPolSleepingNoWakeCompletePowerDown = 0x528,
  WdfDevStatePwrPolSleepingNoWakeDxRequestFailed = 0x529,
  WdfDevStatePwrPolSleepingWakePowerDown = 0x52A,
  WdfDevStatePwrPolSleepingSendWake = 0x52B,
  WdfDevStatePwrPolSystemAsleepNoWake = 0x52C,
  WdfDevStatePwrPolSystemWakeDeviceWakeDisabled = 0x52D,
  WdfDevStatePwrPolSystemWakeDeviceToD0 = 0x52E,
  WdfDevStatePwrPolSystemWakeDeviceToD0CompletePowerUp = 0x52F,
  WdfDevStatePwrPolSystemWakeQueryIdle = 0x530,
  WdfDevStatePwrPolStartedWakeCapable = 0x531,
  WdfDevStatePwrPolTimerExpiredDecideUsbSS = 0x532,
  WdfDevStatePwrPolTimerExpiredWakeCapablePowerDown = 0x533,
  WdfDevStatePwrPolTimerExpiredWakeCapableSendWake = 0x534,
  WdfDevStatePwrPolTimerExpiredWakeCapableUsbSS = 0x535,
  WdfDevStatePwrPolTimerExpiredWakeCapableWakeArrived = 0x536,
  WdfDevStatePwrPolTimerExpiredWakeCapableCancelWake = 0x537,
  WdfDevStatePwrPolTimerExpiredWakeCapableWakeCanceled = 0x538,
  WdfDevStatePwrPolTimerExpiredWakeCapableCleanup = 0x539,
  WdfDevStatePwrPolTimerExpiredWakeCapableDxAllocFailed = 0x53A,
  WdfDevStatePwrPolTimerExpiredWakeCompletedPowerDown = 0x53B,
  WdfDevStatePwrPolTimerExpiredWakeCompletedPowerUp = 0x53C,
  WdfDevStatePwrPolWaitingArmedUsbSS = 0x53D,
  WdfDevStatePwrPolWaitingArmed = 0x53E,
  WdfDevStatePwrPolWaitingArmedQueryIdle = 0x53F,
  WdfDevStatePwrPolIoPresentArmed = 0x540,
  WdfDevStatePwrPolIoPresentArmedWakeCanceled = 0x541,
  WdfDevStatePwrPolS0WakeDisarm = 0x542,
  WdfDevStatePwrPolS0WakeCompletePowerUp = 0x543,
  WdfDevStatePwrPolTimerExpiredWakeSucceeded = 0x544,
  WdfDevStatePwrPolTimerExpiredWakeCompletedDisarm = 0x545,
  WdfDevStatePwrPolTimerExpiredWakeCapableWakeSucceeded = 0x546,
  WdfDevStatePwrPolTimerExpiredWakeCapableWakeFailed = 0x547,
  WdfDevStatePwrPolWakeFailedUsbSS = 0x548,
  WdfDevStatePwrPolTimerExpiredWakeCapablePowerDownFailedCancelWake = 0x549,
  WdfDevStatePwrPolTimerExpiredWakeCapablePowerDownFailedWakeCanceled = 0x54A,
  WdfDevStatePwrPolTimerExpiredWakeCapablePowerDownFailedUsbSS = 0x54B,
  WdfDevStatePwrPolCancelingWakeForSystemSleep = 0x54C,
  WdfDevStatePwrPolCancelingWakeForSystemSleepWakeCanceled = 0x54D,
  WdfDevStatePwrPolDisarmingWakeForSystemSleepCompletePowerUp = 0x54E,
  WdfDevStatePwrPolPowerUpForSystemSleepFailed = 0x54F,
  WdfDevStatePwrPolWokeFromS0UsbSS = 0x550,
  WdfDevStatePwrPolWokeFromS0 = 0x551,
  WdfDevStatePwrPolWokeFromS0NotifyDriver = 0x552,
  WdfDevStatePwrPolStoppingResetDevice = 0x553,
  WdfDevStatePwrPolStoppingResetDeviceCompletePowerUp = 0x554,
  WdfDevStatePwrPolStoppingResetDeviceFailed = 0x555,
  WdfDevStatePwrPolStoppingD0 = 0x556,
  WdfDevStatePwrPolStoppingD0Failed = 0x557,
  WdfDevStatePwrPolStoppingDisarmWake = 0x558,
  WdfDevStatePwrPolStoppingDisarmWakeCancelWake = 0x559,
  WdfDevStatePwrPolStoppingDisarmWakeWakeCanceled = 0x55A,
  WdfDevStatePwrPolStopping = 0x55B,
  WdfDevStatePwrPolStoppingFailed = 0x55C,
  WdfDevStatePwrPolStoppingSendStatus = 0x55D,
  WdfDevStatePwrPolStoppingCancelTimer = 0x55E,
  WdfDevStatePwrPolStoppingWaitForIdleTimeout = 0x55F,
  WdfDevStatePwrPolStoppingCancelUsbSS = 0x560,
  WdfDevStatePwrPolStoppingWaitForUsbSSCompletion = 0x561,
  WdfDevStatePwrPolStoppingCancelWake = 0x562,
  WdfDevStatePwrPolStopped = 0x563,
  WdfDevStatePwrPolCancelUsbSS = 0x564,
  WdfDevStatePwrPolStarted = 0x565,
  WdfDevStatePwrPolStartedCancelTimer = 0x566,
  WdfDevStatePwrPolStartedWaitForIdleTimeout = 0x567,
  WdfDevStatePwrPolStartedWakeCapableCancelTimerForSleep = 0x568,
  WdfDevStatePwrPolStartedWakeCapableWaitForIdleTimeout = 0x569,
  WdfDevStatePwrPolStartedWakeCapableSleepingUsbSS = 0x56A,
  WdfDevStatePwrPolStartedIdleCapableCancelTimerForSleep = 0x56B,
  WdfDevStatePwrPolStartedIdleCapableWaitForIdleTimeout = 0x56C,
  WdfDevStatePwrPolDeviceD0PowerRequestFailed = 0x56D,
  WdfDevStatePwrPolDevicePowerRequestFailed = 0x56E,
  WdfDevStatePwrPolGotoDx = 0x56F,
  WdfDevStatePwrPolGotoDxInDx = 0x570,
  WdfDevStatePwrPolDx = 0x571,
  WdfDevStatePwrPolGotoD0 = 0x572,
  WdfDevStatePwrPolGotoD0InD0 = 0x573,
  WdfDevStatePwrPolFinal = 0x574,
  WdfDevStatePwrPolSleepingPowerDownNotProcessed = 0x575,
  WdfDevStatePwrPolTimerExpiredWakeCapablePowerDownNotProcessed = 0x576,
  WdfDevStatePwrPolTimerExpiredNoWakePowerDownNotProcessed = 0x577,
  WdfDevStatePwrPolTimerExpiredNoWakePoweredDownDisableIdleTimer = 0x578,
  WdfDevStatePwrPolStoppingWaitingForImplicitPowerDown = 0x579,
  WdfDevStatePwrPolStoppingPoweringUp = 0x57A,
  WdfDevStatePwrPolStoppingPoweringDown = 0x57B,
  WdfDevStatePwrPolPowerUpForSystemSleepNotSeen = 0x57C,
  WdfDevStatePwrPolWaitingArmedStoppingCancelUsbSS = 0x57D,
  WdfDevStatePwrPolWaitingArmedWakeFailedCancelUsbSS = 0x57E,
  WdfDevStatePwrPolWaitingArmedIoPresentCancelUsbSS = 0x57F,
  WdfDevStatePwrPolWaitingArmedWakeSucceededCancelUsbSS = 0x580,
  WdfDevStatePwrPolCancelingUsbSSForSystemSleep = 0x581,
  WdfDevStatePwrPolStoppingD0CancelUsbSS = 0x582,
  WdfDevStatePwrPolStartingPoweredUp = 0x583,
  WdfDevStatePwrPolIdleCapableDeviceIdle = 0x584,
  WdfDevStatePwrPolDeviceIdleReturnToActive = 0x585,
  WdfDevStatePwrPolDeviceIdleSleeping = 0x586,
  WdfDevStatePwrPolDeviceIdleStopping = 0x587,
  WdfDevStatePwrPolTimerExpiredNoWakeUndoPowerDown = 0x588,
  WdfDevStatePwrPolWakeCapableDeviceIdle = 0x589,
  WdfDevStatePwrPolWakeCapableUsbSSCompleted = 0x58A,
  WdfDevStatePwrPolTimerExpiredWakeCapableUndoPowerDown = 0x58B,
  WdfDevStatePwrPolTimerExpiredWakeCompletedHardwareStarted = 0x58C,
  WdfDevStatePwrPolStoppedRemoving = 0x58D,
  WdfDevStatePwrPolRemoved = 0x58E,
  WdfDevStatePwrPolRestarting = 0x58F,
  WdfDevStatePwrPolRestartingFailed = 0x590,
  WdfDevStatePwrPolStartingPoweredUpFailed = 0x591,
  WdfDevStatePwrPolTimerExpiredNoWakeReturnToActive = 0x592,
  WdfDevStatePwrPolWaitingArmedWakeInterruptFired = 0x593,
  WdfDevStatePwrPolSystemWakeDeviceWakeInterruptFired = 0x594,
  WdfDevStatePwrPolSystemWakeDeviceWakeInterruptFiredNP = 0x595 | WdfDevStateNP,
  WdfDevStatePwrPolTimerExpiredWakeCapableWakeInterruptArrived = 0x596,
  WdfDevStatePwrPolTimerExpiredWakeCapablePowerDownFailedWakeInterruptArrived = 0x597,
  WdfDevStatePwrPolWaitingArmedWakeInterruptFiredDuringPowerDown = 0x598,
  WdfDevStatePwrPolStartedNotIdleCapableDirectedDown = 0x599,
  WdfDevStatePwrPolStartedIdleCapableTimerCanceledForSleep = 0x59A,
  WdfDevStatePwrPolTimerExpiredNoWakeUndoPowerDownWaitForDirectedUp = 0x59B,
  WdfDevStatePwrPolIdleCapableTimerNotExpiredDirectedDown = 0x59C,
  WdfDevStatePwrPolIdleCapableDirectedDownTriggerDPNR = 0x59D,
  WdfDevStatePwrPolWaitingUnarmedDirectedDown = 0x59E,
  WdfDevStatePwrPolIdleCapableDirectedDownTriggerDPR = 0x59F,
  WdfDevStatePwrPolStartedWakeCapableTimerCanceledForSleep = 0x5A0,
  WdfDevStatePwrPolWakeCapableTimerNotExpiredDirectedDown = 0x5A1,
  WdfDevStatePwrPolWakeCapableDirectedDownTriggerDPNR = 0x5A2,
  WdfDevStatePwrPolTimerExpiredWakeCompletedPowerDownWaitForDirectedUp = 0x5A3,
  WdfDevStatePwrPolTimerExpiredWakeCompletedPowerDownDirectedTriggerDPR = 0x5A4,
  WdfDevStatePwrPolTimerExpiredWakeCapableUndoPowerDownWaitForDirectedUp = 0x5A5,
  WdfDevStatePwrPolWakeCapableUsbSSCompletedUndoWaitForDirectedUp = 0x5A6,
  WdfDevStatePwrPolTimerExpiredWakeCapableUsbSSDirectedDown = 0x5A7,
  WdfDevStatePwrPolWaitingArmedWakeInterruptFiredDuringPowerDownCheckDirected = 0x5A8,
  WdfDevStatePwrPolTimerExpiredWakeCompletedPowerDownCheckDirected = 0x5A9,
  WdfDevStatePwrPolTimerExpiredWakeCapableWakeSucceededCheckDirected = 0x5AA,
  WdfDevStatePwrPolTimerExpiredWakeCapableWakeSucceededWaitForDirectedUp = 0x5AB,
  WdfDevStatePwrPolTimerExpiredWakeCapableWakeSucceededTriggerDPR = 0x5AC,
  WdfDevStatePwrPolTimerExpiredWakeCapableWakeFailedCheckDirected = 0x5AD,
  WdfDevStatePwrPolTimerExpiredWakeCapableWakeFailedWaitForDirectedUp = 0x5AE,
  WdfDevStatePwrPolTimerExpiredWakeCapableWakeFailedTriggerDPR = 0x5AF,
  WdfDevStatePwrPolWaitingArmedDirectedDownWakeInterruptFiredTriggerDPR = 0x5B0,
  WdfDevStatePwrPolWaitingArmedDirectedDownWakeInterruptFired = 0x5B1,
  WdfDevStatePwrPolWaitingArmedDirectedDown = 0x5B2,
  WdfDevStatePwrPolWaitingArmedDirectedDownWakeSucceededCancelUsbSS = 0x5B3,
  WdfDevStatePwrPolWaitingArmedDirectedDownWakeFailedCancelUsbSS = 0x5B4,
  WdfDevStatePwrPolWaitingArmedDirectedDownTriggerDPR = 0x5B5,
  WdfDevStatePwrPolWaitingArmedDirectedDownWakeSucceededTriggerDPR = 0x5B6,
  WdfDevStatePwrPolWaitingArmedDirectedDownUsbSSCompleted = 0x5B7,
  WdfDevStatePwrPolWaitingArmedDirectedDownUsbSSCompletedTriggerDPR = 0x5B8,
  WdfDevStatePwrPolWaitingArmedDirectedDownWakeFailedCancelUsbSSTriggerDPR = 0x5B9,
  WdfDevStatePwrPolUsbSSCancelled = 0x5BA,
  WdfDevStatePwrPolTimerExpiredWakeCapableRevertArmWake = 0x5BB,
  WdfDevStatePwrPolSleepingWakeCancelWake = 0x5BC,
  WdfDevStatePwrPolSleepingWakeCancelWakeNP = 0x5BD | WdfDevStateNP,
  WdfDevStatePwrPolSystemWakeDeviceD0PowerRequestFailed = 0x5BE,
  WdfDevStatePwrPolSystemWakeDevicePowerRequestFailed = 0x5BF,
  WdfDevStatePwrPolNull = 0x5C0,
} WDF_DEVICE_POWER_POLICY_STATE, *PWDF_DEVICE_POWER_POLICY_STATE;
typedef enum _WDF_DEVICE_POWER_STATE {
  WdfDevStatePowerInvalid = 0x00,
  WdfDevStatePowerObjectCreated = 0x300,
  WdfDevStatePowerCheckDeviceType = 0x301,
  WdfDevStatePowerCheckDeviceTypeNP = 0x302 | WdfDevStateNP,
  WdfDevStatePowerCheckParentState = 0x303,
  WdfDevStatePowerCheckParentStateNP = 0x304 | WdfDevStateNP,
  WdfDevStatePowerEnablingWakeAtBus = 0x305,
  WdfDevStatePowerEnablingWakeAtBusNP = 0x306 | WdfDevStateNP,
  WdfDevStatePowerD0 = 0x307,
  WdfDevStatePowerD0NP = 0x308 | WdfDevStateNP,
  WdfDevStatePowerD0BusWakeOwner = 0x309,
  WdfDevStatePowerD0BusWakeOwnerNP = 0x30A | WdfDevStateNP,
  WdfDevStatePowerD0ArmedForWake = 0x30B,
  WdfDevStatePowerD0ArmedForWakeNP = 0x30C | WdfDevStateNP,
  WdfDevStatePowerD0DisarmingWakeAtBus = 0x30D,
  WdfDevStatePowerD0DisarmingWakeAtBusNP = 0x30E | WdfDevStateNP,
  WdfDevStatePowerD0Starting = 0x30F,
  WdfDevStatePowerD0StartingConnectInterrupt = 0x310,
  WdfDevStatePowerD0StartingDmaEnable = 0x311,
  WdfDevStatePowerD0StartingStartSelfManagedIo = 0x312,
  WdfDevStatePowerDecideD0State = 0x313,
  WdfDevStatePowerGotoD3Stopped = 0x314,
  WdfDevStatePowerStopped = 0x315,
  WdfDevStatePowerStartingCheckDeviceType = 0x316,
  WdfDevStatePowerStartingChild = 0x317,
  WdfDevStatePowerDxDisablingWakeAtBus = 0x318,
  WdfDevStatePowerDxDisablingWakeAtBusNP = 0x319 | WdfDevStateNP,
  WdfDevStatePowerGotoDx = 0x31A,
  WdfDevStatePowerGotoDxNP = 0x31B | WdfDevStateNP,
  WdfDevStatePowerGotoDxIoStopped = 0x31C,
  WdfDevStatePowerGotoDxIoStoppedNP = 0x31D | WdfDevStateNP,
  WdfDevStatePowerGotoDxNPFailed = 0x31E | WdfDevStateNP,
  WdfDevStatePowerDx = 0x31F,
  WdfDevStatePowerDxNP = 0x320 | WdfDevStateNP,
  WdfDevStatePowerGotoDxArmedForWake = 0x321,
  WdfDevStatePowerGotoDxArmedForWakeNP = 0x322 | WdfDevStateNP,
  WdfDevStatePowerGotoDxIoStoppedArmedForWake = 0x323,
  WdfDevStatePowerGotoDxIoStoppedArmedForWakeNP = 0x324 | WdfDevStateNP,
  WdfDevStatePowerDxArmedForWake = 0x325,
  WdfDevStatePowerDxArmedForWakeNP = 0x326 | WdfDevStateNP,
  WdfDevStatePowerCheckParentStateArmedForWake = 0x327,
  WdfDevStatePowerCheckParentStateArmedForWakeNP = 0x328 | WdfDevStateNP,
  WdfDevStatePowerWaitForParentArmedForWake = 0x329,
  WdfDevStatePowerWaitForParentArmedForWakeNP = 0x32A | WdfDevStateNP,
  WdfDevStatePowerStartSelfManagedIo = 0x32B,
  WdfDevStatePowerStartSelfManagedIoNP = 0x32C | WdfDevStateNP,
  WdfDevStatePowerStartSelfManagedIoFailed = 0x32D,
  WdfDevStatePowerStartSelfManagedIoFailedNP = 0x32E | WdfDevStateNP,
  WdfDevStatePowerWaitForParent = 0x32F,
  WdfDevStatePowerWaitForParentNP = 0x330 | WdfDevStateNP,
  WdfDevStatePowerWakePending = 0x331,
  WdfDevStatePowerWakePendingNP = 0x332 | WdfDevStateNP,
  WdfDevStatePowerWaking = 0x333,
  WdfDevStatePowerWakingNP = 0x334 | WdfDevStateNP,
  WdfDevStatePowerWakingConnectInterrupt = 0x335,
  WdfDevStatePowerWakingConnectInterruptNP = 0x336 | WdfDevStateNP,
  WdfDevStatePowerWakingConnectInterruptFailed = 0x337,
  WdfDevStatePowerWakingConnectInterruptFailedNP = 0x338 | WdfDevStateNP,
  WdfDevStatePowerWakingDmaEnable = 0x339,
  WdfDevStatePowerWakingDmaEnableNP = 0x33A | WdfDevStateNP,
  WdfDevStatePowerWakingDmaEnableFailed = 0x33B,
  WdfDevStatePowerWakingDmaEnableFailedNP = 0x33C | WdfDevStateNP,
  WdfDevStatePowerReportPowerUpFailedDerefParent = 0x33D,
  WdfDevStatePowerReportPowerUpFailed = 0x33E,
  WdfDevStatePowerPowerFailedPowerDown = 0x33F,
  WdfDevStatePowerReportPowerDownFailed = 0x340,
  WdfDevStatePowerInitialConnectInterruptFailed = 0x341,
  WdfDevStatePowerInitialDmaEnableFailed = 0x342,
  WdfDevStatePowerInitialSelfManagedIoFailed = 0x343,
  WdfDevStatePowerInitialPowerUpFailedDerefParent = 0x344,
  WdfDevStatePowerInitialPowerUpFailed = 0x345,
  WdfDevStatePowerDxStoppedDisarmWake = 0x346,
  WdfDevStatePowerDxStoppedDisarmWakeNP = 0x347 | WdfDevStateNP,
  WdfDevStatePowerGotoDxStoppedDisableInterruptNP = 0x348 | WdfDevStateNP,
  WdfDevStatePowerGotoDxStopped = 0x349,
  WdfDevStatePowerDxStopped = 0x34A,
  WdfDevStatePowerGotoStopped = 0x34B,
  WdfDevStatePowerStoppedCompleteDx = 0x34C,
  WdfDevStatePowerDxStoppedDecideDxState = 0x34D,
  WdfDevStatePowerDxStoppedArmForWake = 0x34E,
  WdfDevStatePowerDxStoppedArmForWakeNP = 0x34F | WdfDevStateNP,
  WdfDevStatePowerFinalPowerDownFailed = 0x350,
  WdfDevStatePowerFinal = 0x351,
  WdfDevStatePowerGotoImplicitD3DisarmWakeAtBus = 0x352,
  WdfDevStatePowerUpFailed = 0x353,
  WdfDevStatePowerUpFailedDerefParent = 0x354,
  WdfDevStatePowerGotoDxFailed = 0x355,
  WdfDevStatePowerGotoDxStoppedDisableInterrupt = 0x356,
  WdfDevStatePowerUpFailedNP = 0x357 | WdfDevStateNP,
  WdfDevStatePowerUpFailedDerefParentNP = 0x358 | WdfDevStateNP,
  WdfDevStatePowerNotifyingD0ExitToWakeInterrupts = 0x359,
  WdfDevStatePowerNotifyingD0EntryToWakeInterrupts = 0x35A,
  WdfDevStatePowerNotifyingD0ExitToWakeInterruptsNP = 0x35B | WdfDevStateNP,
  WdfDevStatePowerNotifyingD0EntryToWakeInterruptsNP = 0x35C | WdfDevStateNP,
  WdfDevStatePowerInitialPowerUpFailedPowerDown = 0x35D,
  WdfDevStatePowerUpFailedPowerDown = 0x35E,
  WdfDevStatePowerUpFailedPowerDownNP = 0x35F | WdfDevStateNP,
  WdfDevStatePowerInitialSelfManagedIoFailedStarted = 0x360,
  WdfDevStatePowerStartSelfManagedIoFailedStarted = 0x361,
  WdfDevStatePowerStartSelfManagedIoFailedStartedNP = 0x362 | WdfDevStateNP,
  WdfDevStatePowerWakingPostHardwareEnabled = 0x363,
  WdfDevStatePowerWakingPostHardwareEnabledNP = 0x364 | WdfDevStateNP,
  WdfDevStatePowerWakingPostHardwareEnabledFailed = 0x365,
  WdfDevStatePowerWakingPostHardwareEnabledFailedNP = 0x366 | WdfDevStateNP,
  WdfDevStatePowerD0StartingPostHardwareEnabled = 0x367,
  WdfDevStatePowerInitialPostHardwareEnabledFailed = 0x368,
  WdfDevStatePowerNull = 0x369,
} WDF_DEVICE_POWER_STATE, *PWDF_DEVICE_POWER_STATE;
typedef enum _WDF_DISPATCH_IRP_TO_IO_QUEUE_FLAGS {
  WDF_DISPATCH_IRP_TO_IO_QUEUE_NO_FLAGS = 0x00000000,
  WDF_DISPATCH_IRP_TO_IO_QUEUE_INVOKE_INCALLERCTX_CALLBACK = 0x00000001,
  WDF_DISPATCH_IRP_TO_IO_QUEUE_PREPROCESSED_IRP = 0x00000002,
} WDF_DISPATCH_IRP_TO_IO_QUEUE_FLAGS;
typedef enum _WDF_EVENT_TYPE {
  WdfEventReserved = 0,
  WdfEventBroadcast = 1,
  WdfEventMaximum,
} WDF_EVENT_TYPE;
typedef enum _WDF_FILEOBJECT_CLASS {
  WdfFileObjectInvalid = 0,
  WdfFileObjectNotRequired = 1,
  WdfFileObjectWdfCanUseFsContext = 2,
  WdfFileObjectWdfCanUseFsContext2 = 3,
  WdfFileObjectWdfCannotUseFsContexts = 4,
  WdfFileObjectCanBeOptional = 0x80000000,
} WDF_FILEOBJECT_CLASS, *PWDF_FILEOBJECT_CLASS;
typedef enum _WDF_POWER_DEVICE_STATE {
  WdfPowerDeviceInvalid = 0,
  WdfPowerDeviceD0,
  WdfPowerDeviceD1,
  WdfPowerDeviceD2,
  WdfPowerDeviceD3,
  WdfPowerDeviceD3Final,
  WdfPowerDevicePrepareForHibernation,
  WdfPowerDeviceMaximum,
} WDF_POWER_DEVICE_STATE, *PWDF_POWER_DEVICE_STATE;
typedef enum _WDF_POWER_POLICY_IDLE_TIMEOUT_CONSTANTS {
  IdleTimeoutDefaultConstant = 0,
} WDF_POWER_POLICY_IDLE_TIMEOUT_CONSTANTS;
typedef enum _WDF_POWER_POLICY_IDLE_TIMEOUT_TYPE {
  DriverManagedIdleTimeout = 0,
  SystemManagedIdleTimeout = 1,
  SystemManagedIdleTimeoutWithHint = 2,
} WDF_POWER_POLICY_IDLE_TIMEOUT_TYPE, *PWDF_POWER_POLICY_IDLE_TIMEOUT_TYPE;
typedef enum _WDF_POWER_POLICY_S0_IDLE_CAPABILITIES {
  IdleCapsInvalid = 0,
  IdleCannotWakeFromS0,
  IdleCanWakeFromS0,
  IdleUsbSelectiveSuspend,
} WDF_POWER_POLICY_S0_IDLE_CAPABILITIES;
typedef enum _WDF_POWER_POLICY_S0_IDLE_USER_CONTROL {
  IdleUserControlInvalid = 0,
  IdleDoNotAllowUserControl,
  IdleAllowUserControl,
} WDF_POWER_POLICY_S0_IDLE_USER_CONTROL;
typedef enum _WDF_POWER_POLICY_SX_WAKE_USER_CONTROL {
  WakeUserControlInvalid = 0,
  WakeDoNotAllowUserControl,
  WakeAllowUserControl,
} WDF_POWER_POLICY_SX_WAKE_USER_CONTROL;
typedef enum _WDF_RELEASE_HARDWARE_ORDER_ON_FAILURE {
  WdfReleaseHardwareOrderOnFailureInvalid = 0,
  WdfReleaseHardwareOrderOnFailureEarly,
  WdfReleaseHardwareOrderOnFailureAfterDescendants,
} WDF_RELEASE_HARDWARE_ORDER_ON_FAILURE, *PWDF_RELEASE_HARDWARE_ORDER_ON_FAILURE;
typedef enum _WDF_REMOVE_LOCK_OPTIONS_FLAGS {
  WDF_REMOVE_LOCK_OPTION_ACQUIRE_FOR_IO = 0x00000001,
} WDF_REMOVE_LOCK_OPTIONS_FLAGS;
typedef enum _WDF_SPECIAL_FILE_TYPE {
  WdfSpecialFileUndefined,
  WdfSpecialFilePaging,
  WdfSpecialFileHibernation,
  WdfSpecialFileDump,
  WdfSpecialFileBoot,
  WdfSpecialFilePostDisplay,
  WdfSpecialFileGuestAssigned,
  WdfSpecialFileInlineCryptoEngine,
  WdfSpecialFileMax,
} WDF_SPECIAL_FILE_TYPE, *PWDF_SPECIAL_FILE_TYPE;
typedef enum _WDF_STATE_NOTIFICATION_TYPE {
  StateNotificationInvalid = 0x0000,
  StateNotificationEnterState = 0x0001,
  StateNotificationPostProcessState = 0x0002,
  StateNotificationLeaveState = 0x0004,
  StateNotificationAllStates = StateNotificationEnterState | StateNotificationPostProcessState | StateNotificationLeaveState,
} WDF_STATE_NOTIFICATION_TYPE;
typedef enum _WDF_TRI_STATE {
  WdfFalse = FALSE,
  WdfTrue = TRUE,
  WdfUseDefault = 2,
} WDF_TRI_STATE, *PWDF_TRI_STATE;
typedef enum _WDF_DMA_DIRECTION {
  WdfDmaDirectionReadFromDevice = FALSE,
  WdfDmaDirectionWriteToDevice = TRUE,
} WDF_DMA_DIRECTION;
typedef enum _WDF_DMA_ENABLER_CONFIG_FLAGS {
  WDF_DMA_ENABLER_CONFIG_NO_SGLIST_PREALLOCATION = 0x00000001,
  WDF_DMA_ENABLER_CONFIG_REQUIRE_SINGLE_TRANSFER = 0x00000002,
} WDF_DMA_ENABLER_CONFIG_FLAGS;
typedef enum _WDF_DMA_PROFILE {
  WdfDmaProfileInvalid = 0,
  WdfDmaProfilePacket,
  WdfDmaProfileScatterGather,
  WdfDmaProfilePacket64,
  WdfDmaProfileScatterGather64,
  WdfDmaProfileScatterGatherDuplex,
  WdfDmaProfileScatterGather64Duplex,
  WdfDmaProfileSystem,
  WdfDmaProfileSystemDuplex,
} WDF_DMA_PROFILE;
typedef enum _WDF_DRIVER_INIT_FLAGS {
  WdfDriverInitNonPnpDriver = 0x00000001,
  WdfDriverInitNoDispatchOverride = 0x00000002,
  WdfVerifyOn = 0x00000004,
  WdfVerifierOn = 0x00000008,
  WdfDriverInitCompanion = 0x00000010,
} WDF_DRIVER_INIT_FLAGS;
typedef enum _WDF_FILE_INFORMATION_CLASS {
  WdfFileInformationDirectory = 1,
  WdfFileInformationFullDirectory = 2,
  WdfFileInformationBothDirectory = 3,
  WdfFileInformationBasic = 4,
  WdfFileInformationStandard = 5,
  WdfFileInformationInternal = 6,
  WdfFileInformationEa = 7,
  WdfFileInformationAccess = 8,
  WdfFileInformationName = 9,
  WdfFileInformationRename = 10,
  WdfFileInformationLink = 11,
  WdfFileInformationNames = 12,
  WdfFileInformationDisposition = 13,
  WdfFileInformationPosition = 14,
  WdfFileInformationFullEa = 15,
  WdfFileInformationMode = 16,
  WdfFileInformationAlignment = 17,
  WdfFileInformationAll = 18,
  WdfFileInformationAllocation = 19,
  WdfFileInformationEndOfFile = 20,
  WdfFileInformationAlternateName = 21,
  WdfFileInformationStream = 22,
  WdfFileInformationPipe = 23,
  WdfFileInformationPipeLocal = 24,
  WdfFileInformationPipeRemote = 25,
  WdfFileInformationMailslotQuery = 26,
  WdfFileInformationMailslotSet = 27,
  WdfFileInformationCompression = 28,
  WdfFileInformationObjectId = 29,
  WdfFileInformationCompletion = 30,
  WdfFileInformationMoveCluster = 31,
  WdfFileInformationQuota = 32,
  WdfFileInformationReparsePoint = 33,
  WdfFileInformationNetworkOpen = 34,
  WdfFileInformationAttributeTag = 35,
  WdfFileInformationTracking = 36,
  WdfFileInformationIdBothDirectory = 37,
  WdfFileInformationIdFullDirectory = 38,
  WdfFileInformationValidDataLength = 39,
  WdfFileInformationShortName = 40,
  WdfFileInformationIoCompletionNotification = 41,
  WdfFileInformationIoStatusBlockRange = 42,
  WdfFileInformationIoPriorityHint = 43,
  WdfFileInformationSfioReserve = 44,
  WdfFileInformationSfioVolume = 45,
  WdfFileInformationHardLink = 46,
  WdfFileInformationProcessIdsUsingFile = 47,
  WdfFileInformationNormalizedName = 48,
  WdfFileInformationNetworkPhysicalName = 49,
  WdfFileInformationIdGlobalTxDirectory = 50,
  WdfFileInformationIsRemoteDevice = 51,
  WdfFileInformationAttributeCache = 52,
  WdfFileInformationMaximum,
} WDF_FILE_INFORMATION_CLASS, *PWDF_FILE_INFORMATION_CLASS;
typedef enum _WDF_INTERRUPT_POLARITY {
  WdfInterruptPolarityUnknown = 0,
  WdfInterruptActiveHigh,
  WdfInterruptActiveLow,
} WDF_INTERRUPT_POLARITY, *PWDF_INTERRUPT_POLARITY;
typedef enum _WDF_INTERRUPT_POLICY {
  WdfIrqPolicyMachineDefault = 0,
  WdfIrqPolicyAllCloseProcessors,
  WdfIrqPolicyOneCloseProcessor,
  WdfIrqPolicyAllProcessorsInMachine,
  WdfIrqPolicySpecifiedProcessors,
  WdfIrqPolicySpreadMessagesAcrossAllProcessors,
} WDF_INTERRUPT_POLICY, *PWDF_INTERRUPT_POLICY;
typedef enum _WDF_INTERRUPT_PRIORITY {
  WdfIrqPriorityUndefined = 0,
  WdfIrqPriorityLow,
  WdfIrqPriorityNormal,
  WdfIrqPriorityHigh,
} WDF_INTERRUPT_PRIORITY, *PWDF_INTERRUPT_PRIORITY;
typedef enum _WDF_IO_FORWARD_PROGRESS_ACTION {
  WdfIoForwardProgressActionInvalid = 0x0,
  WdfIoForwardProgressActionFailRequest,
  WdfIoForwardProgressActionUseReservedRequest,
} WDF_IO_FORWARD_PROGRESS_ACTION;
typedef enum _WDF_IO_FORWARD_PROGRESS_RESERVED_POLICY {
  WdfIoForwardProgressInvalidPolicy = 0x0,
  WdfIoForwardProgressReservedPolicyAlwaysUseReservedRequest,
  WdfIoForwardProgressReservedPolicyUseExamine,
  WdfIoForwardProgressReservedPolicyPagingIO,
} WDF_IO_FORWARD_PROGRESS_RESERVED_POLICY;
typedef enum _WDF_IO_QUEUE_DISPATCH_TYPE {
  WdfIoQueueDispatchInvalid = 0,
  WdfIoQueueDispatchSequential,
  WdfIoQueueDispatchParallel,
  WdfIoQueueDispatchManual,
  WdfIoQueueDispatchMax,
} WDF_IO_QUEUE_DISPATCH_TYPE;
typedef enum _WDF_IO_QUEUE_STATE {
  WdfIoQueueAcceptRequests = 0x01,
  WdfIoQueueDispatchRequests = 0x02,
  WdfIoQueueNoRequests = 0x04,
  WdfIoQueueDriverNoRequests = 0x08,
  WdfIoQueuePnpHeld = 0x10,
} WDF_IO_QUEUE_STATE;
typedef enum _WDF_IO_TARGET_OPEN_TYPE {
  WdfIoTargetOpenUndefined = 0,
  WdfIoTargetOpenUseExistingDevice = 1,
  WdfIoTargetOpenByName = 2,
  WdfIoTargetOpenReopen = 3,
  WdfIoTargetOpenLocalTargetByFile = 4,
} WDF_IO_TARGET_OPEN_TYPE;
typedef enum _WDF_IO_TARGET_PURGE_IO_ACTION {
  WdfIoTargetPurgeIoUndefined = 0,
  WdfIoTargetPurgeIoAndWait = 1,
  WdfIoTargetPurgeIo = 2,
} WDF_IO_TARGET_PURGE_IO_ACTION;
typedef enum _WDF_IO_TARGET_SENT_IO_ACTION {
  WdfIoTargetSentIoUndefined = 0,
  WdfIoTargetCancelSentIo,
  WdfIoTargetWaitForSentIoToComplete,
  WdfIoTargetLeaveSentIoPending,
} WDF_IO_TARGET_SENT_IO_ACTION;
typedef enum _WDF_IO_TARGET_STATE {
  WdfIoTargetStateUndefined = 0,
  WdfIoTargetStarted,
  WdfIoTargetStopped,
  WdfIoTargetClosedForQueryRemove,
  WdfIoTargetClosed,
  WdfIoTargetDeleted,
  WdfIoTargetPurged,
} WDF_IO_TARGET_STATE, *PWDF_IO_TARGET_STATE;
typedef enum _WDF_MEMORY_DESCRIPTOR_TYPE {
  WdfMemoryDescriptorTypeInvalid = 0,
  WdfMemoryDescriptorTypeBuffer,
  WdfMemoryDescriptorTypeMdl,
  WdfMemoryDescriptorTypeHandle,
} WDF_MEMORY_DESCRIPTOR_TYPE;
typedef enum _WDF_EXECUTION_LEVEL {
  WdfExecutionLevelInvalid = 0x00,
  WdfExecutionLevelInheritFromParent,
  WdfExecutionLevelPassive,
  WdfExecutionLevelDispatch,
} WDF_EXECUTION_LEVEL;
typedef enum _WDF_SYNCHRONIZATION_SCOPE {
  WdfSynchronizationScopeInvalid = 0x00,
  WdfSynchronizationScopeInheritFromParent,
  WdfSynchronizationScopeDevice,
  WdfSynchronizationScopeQueue,
  WdfSynchronizationScopeNone,
} WDF_SYNCHRONIZATION_SCOPE;
typedef enum _WDF_REQUEST_FORWARD_OPTIONS_FLAGS {
  WDF_REQUEST_FORWARD_OPTION_SEND_AND_FORGET = 0x00000001,
} WDF_REQUEST_FORWARD_OPTIONS_FLAGS;
typedef enum _WDF_REQUEST_REUSE_FLAGS {
  WDF_REQUEST_REUSE_NO_FLAGS = 0x00000000,
  WDF_REQUEST_REUSE_SET_NEW_IRP = 0x00000001,
} WDF_REQUEST_REUSE_FLAGS;
typedef enum _WDF_REQUEST_SEND_OPTIONS_FLAGS {
  WDF_REQUEST_SEND_OPTION_TIMEOUT = 0x00000001,
  WDF_REQUEST_SEND_OPTION_SYNCHRONOUS = 0x00000002,
  WDF_REQUEST_SEND_OPTION_IGNORE_TARGET_STATE = 0x00000004,
  WDF_REQUEST_SEND_OPTION_SEND_AND_FORGET = 0x00000008,
  WDF_REQUEST_SEND_OPTION_IMPERSONATE_CLIENT = 0x00010000,
  WDF_REQUEST_SEND_OPTION_IMPERSONATION_IGNORE_FAILURE = 0x00020000,
} WDF_REQUEST_SEND_OPTIONS_FLAGS;
typedef enum _WDF_REQUEST_STOP_ACTION_FLAGS {
  WdfRequestStopActionInvalid = 0,
  WdfRequestStopActionSuspend = 0x01,
  WdfRequestStopActionPurge = 0x2,
  WdfRequestStopRequestCancelable = 0x10000000,
} WDF_REQUEST_STOP_ACTION_FLAGS;
typedef enum _WDF_REQUEST_TYPE {
  WdfRequestTypeCreate = 0x0,
  WdfRequestTypeCreateNamedPipe = 0x1,
  WdfRequestTypeClose = 0x2,
  WdfRequestTypeRead = 0x3,
  WdfRequestTypeWrite = 0x4,
  WdfRequestTypeQueryInformation = 0x5,
  WdfRequestTypeSetInformation = 0x6,
  WdfRequestTypeQueryEA = 0x7,
  WdfRequestTypeSetEA = 0x8,
  WdfRequestTypeFlushBuffers = 0x9,
  WdfRequestTypeQueryVolumeInformation = 0xa,
  WdfRequestTypeSetVolumeInformation = 0xb,
  WdfRequestTypeDirectoryControl = 0xc,
  WdfRequestTypeFileSystemControl = 0xd,
  WdfRequestTypeDeviceControl = 0xe,
  WdfRequestTypeDeviceControlInternal = 0xf,
  WdfRequestTypeShutdown = 0x10,
  WdfRequestTypeLockControl = 0x11,
  WdfRequestTypeCleanup = 0x12,
  WdfRequestTypeCreateMailSlot = 0x13,
  WdfRequestTypeQuerySecurity = 0x14,
  WdfRequestTypeSetSecurity = 0x15,
  WdfRequestTypePower = 0x16,
  WdfRequestTypeSystemControl = 0x17,
  WdfRequestTypeDeviceChange = 0x18,
  WdfRequestTypeQueryQuota = 0x19,
  WdfRequestTypeSetQuota = 0x1A,
  WdfRequestTypePnp = 0x1B,
  WdfRequestTypeOther = 0x1C,
  WdfRequestTypeUsb = 0x40,
  WdfRequestTypeNoFormat = 0xFF,
  WdfRequestTypeMax,
} WDF_REQUEST_TYPE;
typedef enum _WDF_WMI_PROVIDER_CONTROL {
  WdfWmiControlInvalid = 0,
  WdfWmiEventControl,
  WdfWmiInstanceControl,
} WDF_WMI_PROVIDER_CONTROL;
typedef enum _WDF_WMI_PROVIDER_FLAGS {
  WdfWmiProviderEventOnly = 0x0001,
  WdfWmiProviderExpensive = 0x0002,
  WdfWmiProviderTracing = 0x0004,
  WdfWmiProviderValidFlags = WdfWmiProviderEventOnly | WdfWmiProviderExpensive | WdfWmiProviderTracing,
} WDF_WMI_PROVIDER_FLAGS;
typedef struct _WDF_CHILD_ADDRESS_DESCRIPTION_HEADER WDF_CHILD_ADDRESS_DESCRIPTION_HEADER, *PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER;
typedef struct _WDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER WDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER, *PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER;
typedef struct _WDF_CHILD_LIST_CONFIG WDF_CHILD_LIST_CONFIG, *PWDF_CHILD_LIST_CONFIG;
typedef struct _WDF_CHILD_LIST_ITERATOR WDF_CHILD_LIST_ITERATOR, *PWDF_CHILD_LIST_ITERATOR;
typedef struct _WDF_CHILD_RETRIEVE_INFO WDF_CHILD_RETRIEVE_INFO, *PWDF_CHILD_RETRIEVE_INFO;
typedef struct _WDF_COMMON_BUFFER_CONFIG WDF_COMMON_BUFFER_CONFIG, *PWDF_COMMON_BUFFER_CONFIG;
typedef struct _WDF_DEVICE_INTERFACE_PROPERTY_DATA WDF_DEVICE_INTERFACE_PROPERTY_DATA, *PWDF_DEVICE_INTERFACE_PROPERTY_DATA;
typedef struct _WDF_DEVICE_PNP_CAPABILITIES WDF_DEVICE_PNP_CAPABILITIES, *PWDF_DEVICE_PNP_CAPABILITIES;
typedef struct _WDF_DEVICE_PNP_NOTIFICATION_DATA WDF_DEVICE_PNP_NOTIFICATION_DATA;
typedef struct _WDF_DEVICE_POWER_CAPABILITIES WDF_DEVICE_POWER_CAPABILITIES, *PWDF_DEVICE_POWER_CAPABILITIES;
typedef struct _WDF_DEVICE_POWER_NOTIFICATION_DATA WDF_DEVICE_POWER_NOTIFICATION_DATA;
typedef struct _WDF_DEVICE_POWER_POLICY_IDLE_SETTINGS WDF_DEVICE_POWER_POLICY_IDLE_SETTINGS, *PWDF_DEVICE_POWER_POLICY_IDLE_SETTINGS;
typedef struct _WDF_DEVICE_POWER_POLICY_NOTIFICATION_DATA WDF_DEVICE_POWER_POLICY_NOTIFICATION_DATA;
typedef struct _WDF_DEVICE_POWER_POLICY_WAKE_SETTINGS WDF_DEVICE_POWER_POLICY_WAKE_SETTINGS, *PWDF_DEVICE_POWER_POLICY_WAKE_SETTINGS;
typedef struct _WDF_DEVICE_PROPERTY_DATA WDF_DEVICE_PROPERTY_DATA, *PWDF_DEVICE_PROPERTY_DATA;
typedef struct _WDF_DEVICE_STATE WDF_DEVICE_STATE, *PWDF_DEVICE_STATE;
typedef struct _WDF_FILEOBJECT_CONFIG WDF_FILEOBJECT_CONFIG, *PWDF_FILEOBJECT_CONFIG;
typedef struct _WDF_IO_TYPE_CONFIG WDF_IO_TYPE_CONFIG, *PWDF_IO_TYPE_CONFIG;
typedef struct _WDF_PNPPOWER_EVENT_CALLBACKS WDF_PNPPOWER_EVENT_CALLBACKS, *PWDF_PNPPOWER_EVENT_CALLBACKS;
typedef struct _WDF_POWER_FRAMEWORK_SETTINGS WDF_POWER_FRAMEWORK_SETTINGS, *PWDF_POWER_FRAMEWORK_SETTINGS;
typedef struct _WDF_POWER_POLICY_EVENT_CALLBACKS WDF_POWER_POLICY_EVENT_CALLBACKS, *PWDF_POWER_POLICY_EVENT_CALLBACKS;
typedef struct _WDF_REMOVE_LOCK_OPTIONS WDF_REMOVE_LOCK_OPTIONS, *PWDF_REMOVE_LOCK_OPTIONS;
typedef struct _WDF_DMA_ENABLER_CONFIG WDF_DMA_ENABLER_CONFIG, *PWDF_DMA_ENABLER_CONFIG;
typedef struct _WDF_DMA_SYSTEM_PROFILE_CONFIG WDF_DMA_SYSTEM_PROFILE_CONFIG, *PWDF_DMA_SYSTEM_PROFILE_CONFIG;
typedef struct _WDF_DPC_CONFIG WDF_DPC_CONFIG, *PWDF_DPC_CONFIG;
typedef struct _WDF_DRIVER_CONFIG WDF_DRIVER_CONFIG, *PWDF_DRIVER_CONFIG;
typedef struct _WDF_DRIVER_VERSION_AVAILABLE_PARAMS WDF_DRIVER_VERSION_AVAILABLE_PARAMS, *PWDF_DRIVER_VERSION_AVAILABLE_PARAMS;
typedef struct _WDF_FDO_EVENT_CALLBACKS WDF_FDO_EVENT_CALLBACKS, *PWDF_FDO_EVENT_CALLBACKS;
typedef struct _WDF_INTERRUPT_CONFIG WDF_INTERRUPT_CONFIG, *PWDF_INTERRUPT_CONFIG;
typedef struct _WDF_INTERRUPT_EXTENDED_POLICY WDF_INTERRUPT_EXTENDED_POLICY, *PWDF_INTERRUPT_EXTENDED_POLICY;
typedef struct _WDF_INTERRUPT_INFO WDF_INTERRUPT_INFO, *PWDF_INTERRUPT_INFO;
typedef struct _WDF_IO_FORWARD_PROGRESS_RESERVED_POLICY_SETTINGS WDF_IO_FORWARD_PROGRESS_RESERVED_POLICY_SETTINGS;
typedef struct _WDF_IO_QUEUE_CONFIG WDF_IO_QUEUE_CONFIG, *PWDF_IO_QUEUE_CONFIG;
typedef struct _WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY, *PWDF_IO_QUEUE_FORWARD_PROGRESS_POLICY;
typedef struct _WDF_IO_TARGET_OPEN_PARAMS WDF_IO_TARGET_OPEN_PARAMS, *PWDF_IO_TARGET_OPEN_PARAMS;
typedef struct _WDFMEMORY_OFFSET WDFMEMORY_OFFSET, *PWDFMEMORY_OFFSET;
typedef struct _WDF_MEMORY_DESCRIPTOR WDF_MEMORY_DESCRIPTOR, *PWDF_MEMORY_DESCRIPTOR;
typedef struct _WDF_OBJECT_ATTRIBUTES WDF_OBJECT_ATTRIBUTES, *PWDF_OBJECT_ATTRIBUTES;
typedef struct _WDF_PDO_EVENT_CALLBACKS WDF_PDO_EVENT_CALLBACKS, *PWDF_PDO_EVENT_CALLBACKS;
typedef struct _WDF_QUERY_INTERFACE_CONFIG WDF_QUERY_INTERFACE_CONFIG, *PWDF_QUERY_INTERFACE_CONFIG;
typedef struct _WDF_REQUEST_FORWARD_OPTIONS WDF_REQUEST_FORWARD_OPTIONS, *PWDF_REQUEST_FORWARD_OPTIONS;
typedef struct _WDF_REQUEST_PARAMETERS WDF_REQUEST_PARAMETERS, *PWDF_REQUEST_PARAMETERS;
typedef struct _WDF_REQUEST_REUSE_PARAMS WDF_REQUEST_REUSE_PARAMS, *PWDF_REQUEST_REUSE_PARAMS;
typedef struct _WDF_REQUEST_SEND_OPTIONS WDF_REQUEST_SEND_OPTIONS, *PWDF_REQUEST_SEND_OPTIONS;
typedef struct _WDF_TIMER_CONFIG WDF_TIMER_CONFIG, *PWDF_TIMER_CONFIG;
typedef struct _WDF_WORKITEM_CONFIG WDF_WORKITEM_CONFIG, *PWDF_WORKITEM_CONFIG;
typedef struct _WDF_REQUEST_COMPLETION_PARAMS WDF_REQUEST_COMPLETION_PARAMS, *PWDF_REQUEST_COMPLETION_PARAMS;
typedef struct _WDF_WMI_INSTANCE_CONFIG WDF_WMI_INSTANCE_CONFIG, *PWDF_WMI_INSTANCE_CONFIG;
typedef struct _WDF_WMI_PROVIDER_CONFIG WDF_WMI_PROVIDER_CONFIG, *PWDF_WMI_PROVIDER_CONFIG;
typedef _Function_class_DXGK_(EVT_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_CLEANUP)
VOID NTAPI EVT_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_CLEANUP(WDFCHILDLIST ChildList, PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER AddressDescription);
typedef EVT_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_CLEANUP *PFN_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_CLEANUP;
typedef _Function_class_DXGK_(EVT_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_COPY)
VOID NTAPI EVT_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_COPY(WDFCHILDLIST ChildList, PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER SourceAddressDescription, PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER DestinationAddressDescription);
typedef EVT_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_COPY *PFN_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_COPY;
typedef _Function_class_DXGK_(EVT_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_DUPLICATE)
NTSTATUS NTAPI EVT_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_DUPLICATE(WDFCHILDLIST ChildList, PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER SourceAddressDescription, PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER DestinationAddressDescription);
typedef EVT_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_DUPLICATE *PFN_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_DUPLICATE;
typedef _Function_class_DXGK_(EVT_WDF_CHILD_LIST_CREATE_DEVICE)
NTSTATUS NTAPI EVT_WDF_CHILD_LIST_CREATE_DEVICE(WDFCHILDLIST ChildList, PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER IdentificationDescription, PWDFDEVICE_INIT ChildInit);
typedef EVT_WDF_CHILD_LIST_CREATE_DEVICE *PFN_WDF_CHILD_LIST_CREATE_DEVICE;
typedef _Function_class_DXGK_(EVT_WDF_CHILD_LIST_DEVICE_REENUMERATED)
BOOLEAN NTAPI EVT_WDF_CHILD_LIST_DEVICE_REENUMERATED(WDFCHILDLIST ChildList, WDFDEVICE OldDevice, PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER OldAddressDescription, PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER NewAddressDescription);
typedef EVT_WDF_CHILD_LIST_DEVICE_REENUMERATED *PFN_WDF_CHILD_LIST_DEVICE_REENUMERATED;
typedef _Function_class_DXGK_(EVT_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_CLEANUP)
VOID NTAPI EVT_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_CLEANUP(WDFCHILDLIST ChildList, PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER IdentificationDescription);
typedef EVT_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_CLEANUP *PFN_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_CLEANUP;
typedef _Function_class_DXGK_(EVT_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_COMPARE)
BOOLEAN NTAPI EVT_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_COMPARE(WDFCHILDLIST ChildList, PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER FirstIdentificationDescription, PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER SecondIdentificationDescription);
typedef EVT_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_COMPARE *PFN_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_COMPARE;
typedef _Function_class_DXGK_(EVT_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_COPY)
VOID NTAPI EVT_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_COPY(WDFCHILDLIST ChildList, PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER SourceIdentificationDescription, PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER DestinationIdentificationDescription);
typedef EVT_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_COPY *PFN_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_COPY;
typedef _Function_class_DXGK_(EVT_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_DUPLICATE)
NTSTATUS NTAPI EVT_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_DUPLICATE(WDFCHILDLIST ChildList, PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER SourceIdentificationDescription, PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER DestinationIdentificationDescription);
typedef EVT_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_DUPLICATE *PFN_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_DUPLICATE;
typedef _Function_class_DXGK_(EVT_WDF_CHILD_LIST_SCAN_FOR_CHILDREN)
VOID NTAPI EVT_WDF_CHILD_LIST_SCAN_FOR_CHILDREN(WDFCHILDLIST ChildList);
typedef EVT_WDF_CHILD_LIST_SCAN_FOR_CHILDREN *PFN_WDF_CHILD_LIST_SCAN_FOR_CHILDREN;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_SHUTDOWN_NOTIFICATION)
VOID NTAPI EVT_WDF_DEVICE_SHUTDOWN_NOTIFICATION(WDFDEVICE Device);
typedef EVT_WDF_DEVICE_SHUTDOWN_NOTIFICATION *PFN_WDF_DEVICE_SHUTDOWN_NOTIFICATION;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_ARM_WAKE_FROM_S0)
NTSTATUS NTAPI EVT_WDF_DEVICE_ARM_WAKE_FROM_S0(WDFDEVICE Device);
typedef EVT_WDF_DEVICE_ARM_WAKE_FROM_S0 *PFN_WDF_DEVICE_ARM_WAKE_FROM_S0;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_ARM_WAKE_FROM_SX)
NTSTATUS NTAPI EVT_WDF_DEVICE_ARM_WAKE_FROM_SX(WDFDEVICE Device);
typedef EVT_WDF_DEVICE_ARM_WAKE_FROM_SX *PFN_WDF_DEVICE_ARM_WAKE_FROM_SX;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_ARM_WAKE_FROM_SX_WITH_REASON)
NTSTATUS NTAPI EVT_WDF_DEVICE_ARM_WAKE_FROM_SX_WITH_REASON(WDFDEVICE Device, BOOLEAN DeviceWakeEnabled, BOOLEAN ChildrenArmedForWake);
typedef EVT_WDF_DEVICE_ARM_WAKE_FROM_SX_WITH_REASON *PFN_WDF_DEVICE_ARM_WAKE_FROM_SX_WITH_REASON;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_D0_ENTRY)
NTSTATUS NTAPI EVT_WDF_DEVICE_D0_ENTRY(WDFDEVICE Device, WDF_POWER_DEVICE_STATE PreviousState);
typedef EVT_WDF_DEVICE_D0_ENTRY *PFN_WDF_DEVICE_D0_ENTRY;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_D0_ENTRY_POST_HARDWARE_ENABLED)
NTSTATUS NTAPI EVT_WDF_DEVICE_D0_ENTRY_POST_HARDWARE_ENABLED(WDFDEVICE Device, WDF_POWER_DEVICE_STATE PreviousState);
typedef EVT_WDF_DEVICE_D0_ENTRY_POST_HARDWARE_ENABLED *PFN_WDF_DEVICE_D0_ENTRY_POST_HARDWARE_ENABLED;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_D0_ENTRY_POST_INTERRUPTS_ENABLED)
NTSTATUS NTAPI EVT_WDF_DEVICE_D0_ENTRY_POST_INTERRUPTS_ENABLED(WDFDEVICE Device, WDF_POWER_DEVICE_STATE PreviousState);
typedef EVT_WDF_DEVICE_D0_ENTRY_POST_INTERRUPTS_ENABLED *PFN_WDF_DEVICE_D0_ENTRY_POST_INTERRUPTS_ENABLED;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_D0_EXIT)
NTSTATUS NTAPI EVT_WDF_DEVICE_D0_EXIT(WDFDEVICE Device, WDF_POWER_DEVICE_STATE TargetState);
typedef EVT_WDF_DEVICE_D0_EXIT *PFN_WDF_DEVICE_D0_EXIT;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_D0_EXIT_PRE_HARDWARE_DISABLED)
NTSTATUS NTAPI EVT_WDF_DEVICE_D0_EXIT_PRE_HARDWARE_DISABLED(WDFDEVICE Device, WDF_POWER_DEVICE_STATE TargetState);
typedef EVT_WDF_DEVICE_D0_EXIT_PRE_HARDWARE_DISABLED *PFN_WDF_DEVICE_D0_EXIT_PRE_HARDWARE_DISABLED;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_D0_EXIT_PRE_INTERRUPTS_DISABLED)
NTSTATUS NTAPI EVT_WDF_DEVICE_D0_EXIT_PRE_INTERRUPTS_DISABLED(WDFDEVICE Device, WDF_POWER_DEVICE_STATE TargetState);
typedef EVT_WDF_DEVICE_D0_EXIT_PRE_INTERRUPTS_DISABLED *PFN_WDF_DEVICE_D0_EXIT_PRE_INTERRUPTS_DISABLED;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_DISARM_WAKE_FROM_S0)
VOID NTAPI EVT_WDF_DEVICE_DISARM_WAKE_FROM_S0(WDFDEVICE Device);
typedef EVT_WDF_DEVICE_DISARM_WAKE_FROM_S0 *PFN_WDF_DEVICE_DISARM_WAKE_FROM_S0;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_DISARM_WAKE_FROM_SX)
VOID NTAPI EVT_WDF_DEVICE_DISARM_WAKE_FROM_SX(WDFDEVICE Device);
typedef EVT_WDF_DEVICE_DISARM_WAKE_FROM_SX *PFN_WDF_DEVICE_DISARM_WAKE_FROM_SX;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_FILE_CREATE)
VOID NTAPI EVT_WDF_DEVICE_FILE_CREATE(WDFDEVICE Device, WDFREQUEST Request, WDFFILEOBJECT FileObject);
typedef EVT_WDF_DEVICE_FILE_CREATE *PFN_WDF_DEVICE_FILE_CREATE;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_PREPARE_HARDWARE)
NTSTATUS NTAPI EVT_WDF_DEVICE_PREPARE_HARDWARE(WDFDEVICE Device, WDFCMRESLIST ResourcesRaw, WDFCMRESLIST ResourcesTranslated);
typedef EVT_WDF_DEVICE_PREPARE_HARDWARE *PFN_WDF_DEVICE_PREPARE_HARDWARE;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_QUERY_REMOVE)
NTSTATUS NTAPI EVT_WDF_DEVICE_QUERY_REMOVE(WDFDEVICE Device);
typedef EVT_WDF_DEVICE_QUERY_REMOVE *PFN_WDF_DEVICE_QUERY_REMOVE;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_QUERY_STOP)
NTSTATUS NTAPI EVT_WDF_DEVICE_QUERY_STOP(WDFDEVICE Device);
typedef EVT_WDF_DEVICE_QUERY_STOP *PFN_WDF_DEVICE_QUERY_STOP;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_RELATIONS_QUERY)
VOID NTAPI EVT_WDF_DEVICE_RELATIONS_QUERY(WDFDEVICE Device, DEVICE_RELATION_TYPE RelationType);
typedef EVT_WDF_DEVICE_RELATIONS_QUERY *PFN_WDF_DEVICE_RELATIONS_QUERY;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_RELEASE_HARDWARE)
NTSTATUS NTAPI EVT_WDF_DEVICE_RELEASE_HARDWARE(WDFDEVICE Device, WDFCMRESLIST ResourcesTranslated);
typedef EVT_WDF_DEVICE_RELEASE_HARDWARE *PFN_WDF_DEVICE_RELEASE_HARDWARE;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_SELF_MANAGED_IO_CLEANUP)
VOID NTAPI EVT_WDF_DEVICE_SELF_MANAGED_IO_CLEANUP(WDFDEVICE Device);
typedef EVT_WDF_DEVICE_SELF_MANAGED_IO_CLEANUP *PFN_WDF_DEVICE_SELF_MANAGED_IO_CLEANUP;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_SELF_MANAGED_IO_FLUSH)
VOID NTAPI EVT_WDF_DEVICE_SELF_MANAGED_IO_FLUSH(WDFDEVICE Device);
typedef EVT_WDF_DEVICE_SELF_MANAGED_IO_FLUSH *PFN_WDF_DEVICE_SELF_MANAGED_IO_FLUSH;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_SELF_MANAGED_IO_INIT)
NTSTATUS NTAPI EVT_WDF_DEVICE_SELF_MANAGED_IO_INIT(WDFDEVICE Device);
typedef EVT_WDF_DEVICE_SELF_MANAGED_IO_INIT *PFN_WDF_DEVICE_SELF_MANAGED_IO_INIT;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_SELF_MANAGED_IO_RESTART)
NTSTATUS NTAPI EVT_WDF_DEVICE_SELF_MANAGED_IO_RESTART(WDFDEVICE Device);
typedef EVT_WDF_DEVICE_SELF_MANAGED_IO_RESTART *PFN_WDF_DEVICE_SELF_MANAGED_IO_RESTART;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_SELF_MANAGED_IO_SUSPEND)
NTSTATUS NTAPI EVT_WDF_DEVICE_SELF_MANAGED_IO_SUSPEND(WDFDEVICE Device);
typedef EVT_WDF_DEVICE_SELF_MANAGED_IO_SUSPEND *PFN_WDF_DEVICE_SELF_MANAGED_IO_SUSPEND;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_SURPRISE_REMOVAL)
VOID NTAPI EVT_WDF_DEVICE_SURPRISE_REMOVAL(WDFDEVICE Device);
typedef EVT_WDF_DEVICE_SURPRISE_REMOVAL *PFN_WDF_DEVICE_SURPRISE_REMOVAL;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_USAGE_NOTIFICATION)
VOID NTAPI EVT_WDF_DEVICE_USAGE_NOTIFICATION(WDFDEVICE Device, WDF_SPECIAL_FILE_TYPE NotificationType, BOOLEAN IsInNotificationPath);
typedef EVT_WDF_DEVICE_USAGE_NOTIFICATION *PFN_WDF_DEVICE_USAGE_NOTIFICATION;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_USAGE_NOTIFICATION_EX)
NTSTATUS NTAPI EVT_WDF_DEVICE_USAGE_NOTIFICATION_EX(WDFDEVICE Device, WDF_SPECIAL_FILE_TYPE NotificationType, BOOLEAN IsInNotificationPath);
typedef EVT_WDF_DEVICE_USAGE_NOTIFICATION_EX *PFN_WDF_DEVICE_USAGE_NOTIFICATION_EX;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_WAKE_FROM_S0_TRIGGERED)
VOID NTAPI EVT_WDF_DEVICE_WAKE_FROM_S0_TRIGGERED(WDFDEVICE Device);
typedef EVT_WDF_DEVICE_WAKE_FROM_S0_TRIGGERED *PFN_WDF_DEVICE_WAKE_FROM_S0_TRIGGERED;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_WAKE_FROM_SX_TRIGGERED)
VOID NTAPI EVT_WDF_DEVICE_WAKE_FROM_SX_TRIGGERED(WDFDEVICE Device);
typedef EVT_WDF_DEVICE_WAKE_FROM_SX_TRIGGERED *PFN_WDF_DEVICE_WAKE_FROM_SX_TRIGGERED;
typedef _Function_class_DXGK_(EVT_WDF_FILE_CLEANUP)
VOID NTAPI EVT_WDF_FILE_CLEANUP(WDFFILEOBJECT FileObject);
typedef EVT_WDF_FILE_CLEANUP *PFN_WDF_FILE_CLEANUP;
typedef _Function_class_DXGK_(EVT_WDF_FILE_CLOSE)
VOID NTAPI EVT_WDF_FILE_CLOSE(WDFFILEOBJECT FileObject);
typedef EVT_WDF_FILE_CLOSE *PFN_WDF_FILE_CLOSE;
typedef _Function_class_DXGK_(EVT_WDF_IO_IN_CALLER_CONTEXT)
VOID NTAPI EVT_WDF_IO_IN_CALLER_CONTEXT(WDFDEVICE Device, WDFREQUEST Request);
typedef EVT_WDF_IO_IN_CALLER_CONTEXT *PFN_WDF_IO_IN_CALLER_CONTEXT;
typedef _Function_class_DXGK_(EVT_WDFDEVICE_WDM_IRP_DISPATCH)
NTSTATUS NTAPI EVT_WDFDEVICE_WDM_IRP_DISPATCH(WDFDEVICE Device, UCHAR MajorFunction, UCHAR MinorFunction, ULONG Code, WDFCONTEXT DriverContext, PIRP Irp, WDFCONTEXT DispatchContext);
typedef EVT_WDFDEVICE_WDM_IRP_DISPATCH *PFN_WDFDEVICE_WDM_IRP_DISPATCH;
typedef _Function_class_DXGK_(EVT_WDFDEVICE_WDM_IRP_PREPROCESS)
NTSTATUS NTAPI EVT_WDFDEVICE_WDM_IRP_PREPROCESS(WDFDEVICE Device, PIRP Irp);
typedef EVT_WDFDEVICE_WDM_IRP_PREPROCESS *PFN_WDFDEVICE_WDM_IRP_PREPROCESS;
typedef _Function_class_DXGK_(EVT_WDFDEVICE_WDM_POST_PO_FX_REGISTER_DEVICE)
NTSTATUS NTAPI EVT_WDFDEVICE_WDM_POST_PO_FX_REGISTER_DEVICE(WDFDEVICE Device, POHANDLE PoHandle);
typedef EVT_WDFDEVICE_WDM_POST_PO_FX_REGISTER_DEVICE *PFN_WDFDEVICE_WDM_POST_PO_FX_REGISTER_DEVICE;
typedef _Function_class_DXGK_(EVT_WDFDEVICE_WDM_PRE_PO_FX_UNREGISTER_DEVICE)
VOID NTAPI EVT_WDFDEVICE_WDM_PRE_PO_FX_UNREGISTER_DEVICE(WDFDEVICE Device, POHANDLE PoHandle);
typedef EVT_WDFDEVICE_WDM_PRE_PO_FX_UNREGISTER_DEVICE *PFN_WDFDEVICE_WDM_PRE_PO_FX_UNREGISTER_DEVICE;
typedef _Function_class_DXGK_(EVT_WDF_DMA_ENABLER_DISABLE)
NTSTATUS NTAPI EVT_WDF_DMA_ENABLER_DISABLE(WDFDMAENABLER DmaEnabler);
typedef EVT_WDF_DMA_ENABLER_DISABLE *PFN_WDF_DMA_ENABLER_DISABLE;
typedef _Function_class_DXGK_(EVT_WDF_DMA_ENABLER_ENABLE)
NTSTATUS NTAPI EVT_WDF_DMA_ENABLER_ENABLE(WDFDMAENABLER DmaEnabler);
typedef EVT_WDF_DMA_ENABLER_ENABLE *PFN_WDF_DMA_ENABLER_ENABLE;
typedef _Function_class_DXGK_(EVT_WDF_DMA_ENABLER_FILL)
NTSTATUS NTAPI EVT_WDF_DMA_ENABLER_FILL(WDFDMAENABLER DmaEnabler);
typedef EVT_WDF_DMA_ENABLER_FILL *PFN_WDF_DMA_ENABLER_FILL;
typedef _Function_class_DXGK_(EVT_WDF_DMA_ENABLER_FLUSH)
NTSTATUS NTAPI EVT_WDF_DMA_ENABLER_FLUSH(WDFDMAENABLER DmaEnabler);
typedef EVT_WDF_DMA_ENABLER_FLUSH *PFN_WDF_DMA_ENABLER_FLUSH;
typedef _Function_class_DXGK_(EVT_WDF_DMA_ENABLER_SELFMANAGED_IO_START)
NTSTATUS NTAPI EVT_WDF_DMA_ENABLER_SELFMANAGED_IO_START(WDFDMAENABLER DmaEnabler);
typedef EVT_WDF_DMA_ENABLER_SELFMANAGED_IO_START *PFN_WDF_DMA_ENABLER_SELFMANAGED_IO_START;
typedef _Function_class_DXGK_(EVT_WDF_DMA_ENABLER_SELFMANAGED_IO_STOP)
NTSTATUS NTAPI EVT_WDF_DMA_ENABLER_SELFMANAGED_IO_STOP(WDFDMAENABLER DmaEnabler);
typedef EVT_WDF_DMA_ENABLER_SELFMANAGED_IO_STOP *PFN_WDF_DMA_ENABLER_SELFMANAGED_IO_STOP;
typedef _Function_class_DXGK_(EVT_WDF_DMA_TRANSACTION_CONFIGURE_DMA_CHANNEL)
BOOLEAN NTAPI EVT_WDF_DMA_TRANSACTION_CONFIGURE_DMA_CHANNEL(WDFDMATRANSACTION DmaTransaction, WDFDEVICE Device, PVOID Context, PMDL Mdl, size_t Offset, size_t Length);
typedef EVT_WDF_DMA_TRANSACTION_CONFIGURE_DMA_CHANNEL *PFN_WDF_DMA_TRANSACTION_CONFIGURE_DMA_CHANNEL;
typedef _Function_class_DXGK_(EVT_WDF_DMA_TRANSACTION_DMA_TRANSFER_COMPLETE)
VOID NTAPI EVT_WDF_DMA_TRANSACTION_DMA_TRANSFER_COMPLETE(WDFDMATRANSACTION Transaction, WDFDEVICE Device, WDFCONTEXT Context, WDF_DMA_DIRECTION Direction, DMA_COMPLETION_STATUS Status);
typedef EVT_WDF_DMA_TRANSACTION_DMA_TRANSFER_COMPLETE *PFN_WDF_DMA_TRANSACTION_DMA_TRANSFER_COMPLETE;
typedef _Function_class_DXGK_(EVT_WDF_PROGRAM_DMA)
BOOLEAN NTAPI EVT_WDF_PROGRAM_DMA(WDFDMATRANSACTION Transaction, WDFDEVICE Device, WDFCONTEXT Context, WDF_DMA_DIRECTION Direction, PSCATTER_GATHER_LIST SgList);
typedef EVT_WDF_PROGRAM_DMA *PFN_WDF_PROGRAM_DMA;
typedef _Function_class_DXGK_(EVT_WDF_RESERVE_DMA)
VOID NTAPI EVT_WDF_RESERVE_DMA(WDFDMATRANSACTION DmaTransaction, PVOID Context);
typedef EVT_WDF_RESERVE_DMA *PFN_WDF_RESERVE_DMA;
typedef _Function_class_DXGK_(EVT_WDF_DPC)
VOID NTAPI EVT_WDF_DPC(WDFDPC Dpc);
typedef EVT_WDF_DPC *PFN_WDF_DPC;
typedef _Function_class_DXGK_(EVT_WDF_DRIVER_DEVICE_ADD)
NTSTATUS NTAPI EVT_WDF_DRIVER_DEVICE_ADD(WDFDRIVER Driver, PWDFDEVICE_INIT DeviceInit);
typedef EVT_WDF_DRIVER_DEVICE_ADD *PFN_WDF_DRIVER_DEVICE_ADD;
typedef _Function_class_DXGK_(EVT_WDF_DRIVER_UNLOAD)
VOID NTAPI EVT_WDF_DRIVER_UNLOAD(WDFDRIVER Driver);
typedef EVT_WDF_DRIVER_UNLOAD *PFN_WDF_DRIVER_UNLOAD;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_FILTER_RESOURCE_REQUIREMENTS)
NTSTATUS NTAPI EVT_WDF_DEVICE_FILTER_RESOURCE_REQUIREMENTS(WDFDEVICE Device, WDFIORESREQLIST IoResourceRequirementsList);
typedef EVT_WDF_DEVICE_FILTER_RESOURCE_REQUIREMENTS *PFN_WDF_DEVICE_FILTER_RESOURCE_REQUIREMENTS;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_REMOVE_ADDED_RESOURCES)
NTSTATUS NTAPI EVT_WDF_DEVICE_REMOVE_ADDED_RESOURCES(WDFDEVICE Device, WDFCMRESLIST ResourcesRaw, WDFCMRESLIST ResourcesTranslated);
typedef EVT_WDF_DEVICE_REMOVE_ADDED_RESOURCES *PFN_WDF_DEVICE_REMOVE_ADDED_RESOURCES;
typedef _Function_class_DXGK_(EVT_WDF_INTERRUPT_DISABLE)
NTSTATUS NTAPI EVT_WDF_INTERRUPT_DISABLE(WDFINTERRUPT Interrupt, WDFDEVICE AssociatedDevice);
typedef EVT_WDF_INTERRUPT_DISABLE *PFN_WDF_INTERRUPT_DISABLE;
typedef _Function_class_DXGK_(EVT_WDF_INTERRUPT_DPC)
VOID NTAPI EVT_WDF_INTERRUPT_DPC(WDFINTERRUPT Interrupt, WDFOBJECT AssociatedObject);
typedef EVT_WDF_INTERRUPT_DPC *PFN_WDF_INTERRUPT_DPC;
typedef _Function_class_DXGK_(EVT_WDF_INTERRUPT_ENABLE)
NTSTATUS NTAPI EVT_WDF_INTERRUPT_ENABLE(WDFINTERRUPT Interrupt, WDFDEVICE AssociatedDevice);
typedef EVT_WDF_INTERRUPT_ENABLE *PFN_WDF_INTERRUPT_ENABLE;
typedef _Function_class_DXGK_(EVT_WDF_INTERRUPT_ISR)
BOOLEAN NTAPI EVT_WDF_INTERRUPT_ISR(WDFINTERRUPT Interrupt, ULONG MessageID);
typedef EVT_WDF_INTERRUPT_ISR *PFN_WDF_INTERRUPT_ISR;
typedef _Function_class_DXGK_(EVT_WDF_INTERRUPT_SYNCHRONIZE)
BOOLEAN NTAPI EVT_WDF_INTERRUPT_SYNCHRONIZE(WDFINTERRUPT Interrupt, WDFCONTEXT Context);
typedef EVT_WDF_INTERRUPT_SYNCHRONIZE *PFN_WDF_INTERRUPT_SYNCHRONIZE;
typedef _Function_class_DXGK_(EVT_WDF_INTERRUPT_WORKITEM)
VOID NTAPI EVT_WDF_INTERRUPT_WORKITEM(WDFINTERRUPT Interrupt, WDFOBJECT AssociatedObject);
typedef EVT_WDF_INTERRUPT_WORKITEM *PFN_WDF_INTERRUPT_WORKITEM;
typedef _Function_class_DXGK_(EVT_WDF_IO_ALLOCATE_REQUEST_RESOURCES)
NTSTATUS NTAPI EVT_WDF_IO_ALLOCATE_REQUEST_RESOURCES(WDFQUEUE Queue, WDFREQUEST Request);
typedef EVT_WDF_IO_ALLOCATE_REQUEST_RESOURCES *PFN_WDF_IO_ALLOCATE_REQUEST_RESOURCES;
typedef _Function_class_DXGK_(EVT_WDF_IO_ALLOCATE_RESOURCES_FOR_RESERVED_REQUEST)
NTSTATUS NTAPI EVT_WDF_IO_ALLOCATE_RESOURCES_FOR_RESERVED_REQUEST(WDFQUEUE Queue, WDFREQUEST Request);
typedef EVT_WDF_IO_ALLOCATE_RESOURCES_FOR_RESERVED_REQUEST *PFN_WDF_IO_ALLOCATE_RESOURCES_FOR_RESERVED_REQUEST;
typedef _Function_class_DXGK_(EVT_WDF_IO_QUEUE_IO_CANCELED_ON_QUEUE)
VOID NTAPI EVT_WDF_IO_QUEUE_IO_CANCELED_ON_QUEUE(WDFQUEUE Queue, WDFREQUEST Request);
typedef EVT_WDF_IO_QUEUE_IO_CANCELED_ON_QUEUE *PFN_WDF_IO_QUEUE_IO_CANCELED_ON_QUEUE;
typedef _Function_class_DXGK_(EVT_WDF_IO_QUEUE_IO_DEFAULT)
VOID NTAPI EVT_WDF_IO_QUEUE_IO_DEFAULT(WDFQUEUE Queue, WDFREQUEST Request);
typedef EVT_WDF_IO_QUEUE_IO_DEFAULT *PFN_WDF_IO_QUEUE_IO_DEFAULT;
typedef _Function_class_DXGK_(EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL)
VOID NTAPI EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputBufferLength, size_t InputBufferLength, ULONG IoControlCode);
typedef EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL *PFN_WDF_IO_QUEUE_IO_DEVICE_CONTROL;
typedef _Function_class_DXGK_(EVT_WDF_IO_QUEUE_IO_INTERNAL_DEVICE_CONTROL)
VOID NTAPI EVT_WDF_IO_QUEUE_IO_INTERNAL_DEVICE_CONTROL(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputBufferLength, size_t InputBufferLength, ULONG IoControlCode);
typedef EVT_WDF_IO_QUEUE_IO_INTERNAL_DEVICE_CONTROL *PFN_WDF_IO_QUEUE_IO_INTERNAL_DEVICE_CONTROL;
typedef _Function_class_DXGK_(EVT_WDF_IO_QUEUE_IO_READ)
VOID NTAPI EVT_WDF_IO_QUEUE_IO_READ(WDFQUEUE Queue, WDFREQUEST Request, size_t Length);
typedef EVT_WDF_IO_QUEUE_IO_READ *PFN_WDF_IO_QUEUE_IO_READ;
typedef _Function_class_DXGK_(EVT_WDF_IO_QUEUE_IO_RESUME)
VOID NTAPI EVT_WDF_IO_QUEUE_IO_RESUME(WDFQUEUE Queue, WDFREQUEST Request);
typedef EVT_WDF_IO_QUEUE_IO_RESUME *PFN_WDF_IO_QUEUE_IO_RESUME;
typedef _Function_class_DXGK_(EVT_WDF_IO_QUEUE_IO_STOP)
VOID NTAPI EVT_WDF_IO_QUEUE_IO_STOP(WDFQUEUE Queue, WDFREQUEST Request, ULONG ActionFlags);
typedef EVT_WDF_IO_QUEUE_IO_STOP *PFN_WDF_IO_QUEUE_IO_STOP;
typedef _Function_class_DXGK_(EVT_WDF_IO_QUEUE_IO_WRITE)
VOID NTAPI EVT_WDF_IO_QUEUE_IO_WRITE(WDFQUEUE Queue, WDFREQUEST Request, size_t Length);
typedef EVT_WDF_IO_QUEUE_IO_WRITE *PFN_WDF_IO_QUEUE_IO_WRITE;
typedef _Function_class_DXGK_(EVT_WDF_IO_QUEUE_STATE)
VOID NTAPI EVT_WDF_IO_QUEUE_STATE(WDFQUEUE Queue, WDFCONTEXT Context);
typedef EVT_WDF_IO_QUEUE_STATE *PFN_WDF_IO_QUEUE_STATE;
typedef _Function_class_DXGK_(EVT_WDF_IO_WDM_IRP_FOR_FORWARD_PROGRESS)
WDF_IO_FORWARD_PROGRESS_ACTION NTAPI EVT_WDF_IO_WDM_IRP_FOR_FORWARD_PROGRESS(WDFQUEUE Queue, PIRP Irp);
typedef EVT_WDF_IO_WDM_IRP_FOR_FORWARD_PROGRESS *PFN_WDF_IO_WDM_IRP_FOR_FORWARD_PROGRESS;
typedef _Function_class_DXGK_(EVT_WDF_IO_TARGET_QUERY_REMOVE)
NTSTATUS NTAPI EVT_WDF_IO_TARGET_QUERY_REMOVE(WDFIOTARGET IoTarget);
typedef EVT_WDF_IO_TARGET_QUERY_REMOVE *PFN_WDF_IO_TARGET_QUERY_REMOVE;
typedef _Function_class_DXGK_(EVT_WDF_IO_TARGET_REMOVE_CANCELED)
VOID NTAPI EVT_WDF_IO_TARGET_REMOVE_CANCELED(WDFIOTARGET IoTarget);
typedef EVT_WDF_IO_TARGET_REMOVE_CANCELED *PFN_WDF_IO_TARGET_REMOVE_CANCELED;
typedef _Function_class_DXGK_(EVT_WDF_IO_TARGET_REMOVE_COMPLETE)
VOID NTAPI EVT_WDF_IO_TARGET_REMOVE_COMPLETE(WDFIOTARGET IoTarget);
typedef EVT_WDF_IO_TARGET_REMOVE_COMPLETE *PFN_WDF_IO_TARGET_REMOVE_COMPLETE;
typedef _Function_class_DXGK_(EVT_WDF_OBJECT_CONTEXT_CLEANUP)
VOID NTAPI EVT_WDF_OBJECT_CONTEXT_CLEANUP(WDFOBJECT Object);
typedef EVT_WDF_OBJECT_CONTEXT_CLEANUP *PFN_WDF_OBJECT_CONTEXT_CLEANUP;
typedef _Function_class_DXGK_(EVT_WDF_OBJECT_CONTEXT_DESTROY)
VOID NTAPI EVT_WDF_OBJECT_CONTEXT_DESTROY(WDFOBJECT Object);
typedef EVT_WDF_OBJECT_CONTEXT_DESTROY *PFN_WDF_OBJECT_CONTEXT_DESTROY;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_DISABLE_WAKE_AT_BUS)
VOID NTAPI EVT_WDF_DEVICE_DISABLE_WAKE_AT_BUS(WDFDEVICE Device);
typedef EVT_WDF_DEVICE_DISABLE_WAKE_AT_BUS *PFN_WDF_DEVICE_DISABLE_WAKE_AT_BUS;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_EJECT)
NTSTATUS NTAPI EVT_WDF_DEVICE_EJECT(WDFDEVICE Device);
typedef EVT_WDF_DEVICE_EJECT *PFN_WDF_DEVICE_EJECT;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_ENABLE_WAKE_AT_BUS)
NTSTATUS NTAPI EVT_WDF_DEVICE_ENABLE_WAKE_AT_BUS(WDFDEVICE Device, SYSTEM_POWER_STATE PowerState);
typedef EVT_WDF_DEVICE_ENABLE_WAKE_AT_BUS *PFN_WDF_DEVICE_ENABLE_WAKE_AT_BUS;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_REPORTED_MISSING)
VOID NTAPI EVT_WDF_DEVICE_REPORTED_MISSING(WDFDEVICE Device);
typedef EVT_WDF_DEVICE_REPORTED_MISSING *PFN_WDF_DEVICE_REPORTED_MISSING;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_RESOURCE_REQUIREMENTS_QUERY)
NTSTATUS NTAPI EVT_WDF_DEVICE_RESOURCE_REQUIREMENTS_QUERY(WDFDEVICE Device, WDFIORESREQLIST IoResourceRequirementsList);
typedef EVT_WDF_DEVICE_RESOURCE_REQUIREMENTS_QUERY *PFN_WDF_DEVICE_RESOURCE_REQUIREMENTS_QUERY;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_RESOURCES_QUERY)
NTSTATUS NTAPI EVT_WDF_DEVICE_RESOURCES_QUERY(WDFDEVICE Device, WDFCMRESLIST Resources);
typedef EVT_WDF_DEVICE_RESOURCES_QUERY *PFN_WDF_DEVICE_RESOURCES_QUERY;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_SET_LOCK)
NTSTATUS NTAPI EVT_WDF_DEVICE_SET_LOCK(WDFDEVICE Device, BOOLEAN IsLocked);
typedef EVT_WDF_DEVICE_SET_LOCK *PFN_WDF_DEVICE_SET_LOCK;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_PROCESS_QUERY_INTERFACE_REQUEST)
NTSTATUS NTAPI EVT_WDF_DEVICE_PROCESS_QUERY_INTERFACE_REQUEST(WDFDEVICE Device, LPGUID InterfaceType, PINTERFACE ExposedInterface, PVOID ExposedInterfaceSpecificData);
typedef EVT_WDF_DEVICE_PROCESS_QUERY_INTERFACE_REQUEST *PFN_WDF_DEVICE_PROCESS_QUERY_INTERFACE_REQUEST;
typedef _Function_class_DXGK_(EVT_WDF_REQUEST_CANCEL)
VOID NTAPI EVT_WDF_REQUEST_CANCEL(WDFREQUEST Request);
typedef EVT_WDF_REQUEST_CANCEL *PFN_WDF_REQUEST_CANCEL;
typedef _Function_class_DXGK_(EVT_WDF_REQUEST_IMPERSONATE)
VOID NTAPI EVT_WDF_REQUEST_IMPERSONATE(WDFREQUEST Request, PVOID Context);
typedef EVT_WDF_REQUEST_IMPERSONATE *PFN_WDF_REQUEST_IMPERSONATE;
typedef _Function_class_DXGK_(EVT_WDF_TIMER)
VOID NTAPI EVT_WDF_TIMER(WDFTIMER Timer);
typedef EVT_WDF_TIMER *PFN_WDF_TIMER;
typedef _Function_class_DXGK_(EVT_WDF_WORKITEM)
VOID NTAPI EVT_WDF_WORKITEM(WDFWORKITEM WorkItem);
typedef EVT_WDF_WORKITEM *PFN_WDF_WORKITEM;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_PNP_STATE_CHANGE_NOTIFICATION)
VOID NTAPI EVT_WDF_DEVICE_PNP_STATE_CHANGE_NOTIFICATION(WDFDEVICE Device, PCWDF_DEVICE_PNP_NOTIFICATION_DATA NotificationData);
typedef EVT_WDF_DEVICE_PNP_STATE_CHANGE_NOTIFICATION *PFN_WDF_DEVICE_PNP_STATE_CHANGE_NOTIFICATION;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_POWER_POLICY_STATE_CHANGE_NOTIFICATION)
VOID NTAPI EVT_WDF_DEVICE_POWER_POLICY_STATE_CHANGE_NOTIFICATION(WDFDEVICE Device, PCWDF_DEVICE_POWER_POLICY_NOTIFICATION_DATA NotificationData);
typedef EVT_WDF_DEVICE_POWER_POLICY_STATE_CHANGE_NOTIFICATION *PFN_WDF_DEVICE_POWER_POLICY_STATE_CHANGE_NOTIFICATION;
typedef _Function_class_DXGK_(EVT_WDF_DEVICE_POWER_STATE_CHANGE_NOTIFICATION)
VOID NTAPI EVT_WDF_DEVICE_POWER_STATE_CHANGE_NOTIFICATION(WDFDEVICE Device, PCWDF_DEVICE_POWER_NOTIFICATION_DATA NotificationData);
typedef EVT_WDF_DEVICE_POWER_STATE_CHANGE_NOTIFICATION *PFN_WDF_DEVICE_POWER_STATE_CHANGE_NOTIFICATION;
typedef _Function_class_DXGK_(EVT_WDF_REQUEST_COMPLETION_ROUTINE)
VOID NTAPI EVT_WDF_REQUEST_COMPLETION_ROUTINE(WDFREQUEST Request, WDFIOTARGET Target, PWDF_REQUEST_COMPLETION_PARAMS Params, WDFCONTEXT Context);
typedef EVT_WDF_REQUEST_COMPLETION_ROUTINE *PFN_WDF_REQUEST_COMPLETION_ROUTINE;
typedef _Function_class_DXGK_(EVT_WDF_WMI_INSTANCE_EXECUTE_METHOD)
NTSTATUS NTAPI EVT_WDF_WMI_INSTANCE_EXECUTE_METHOD(WDFWMIINSTANCE WmiInstance, ULONG MethodId, ULONG InBufferSize, ULONG OutBufferSize, PVOID Buffer, PULONG BufferUsed);
typedef EVT_WDF_WMI_INSTANCE_EXECUTE_METHOD *PFN_WDF_WMI_INSTANCE_EXECUTE_METHOD;
typedef _Function_class_DXGK_(EVT_WDF_WMI_INSTANCE_QUERY_INSTANCE)
NTSTATUS NTAPI EVT_WDF_WMI_INSTANCE_QUERY_INSTANCE(WDFWMIINSTANCE WmiInstance, ULONG OutBufferSize, PVOID OutBuffer, PULONG BufferUsed);
typedef EVT_WDF_WMI_INSTANCE_QUERY_INSTANCE *PFN_WDF_WMI_INSTANCE_QUERY_INSTANCE;
typedef _Function_class_DXGK_(EVT_WDF_WMI_INSTANCE_SET_INSTANCE)
NTSTATUS NTAPI EVT_WDF_WMI_INSTANCE_SET_INSTANCE(WDFWMIINSTANCE WmiInstance, ULONG InBufferSize, PVOID InBuffer);
typedef EVT_WDF_WMI_INSTANCE_SET_INSTANCE *PFN_WDF_WMI_INSTANCE_SET_INSTANCE;
typedef _Function_class_DXGK_(EVT_WDF_WMI_INSTANCE_SET_ITEM)
NTSTATUS NTAPI EVT_WDF_WMI_INSTANCE_SET_ITEM(WDFWMIINSTANCE WmiInstance, ULONG DataItemId, ULONG InBufferSize, PVOID InBuffer);
typedef EVT_WDF_WMI_INSTANCE_SET_ITEM *PFN_WDF_WMI_INSTANCE_SET_ITEM;
typedef _Function_class_DXGK_(EVT_WDF_WMI_PROVIDER_FUNCTION_CONTROL)
NTSTATUS NTAPI EVT_WDF_WMI_PROVIDER_FUNCTION_CONTROL(WDFWMIPROVIDER WmiProvider, WDF_WMI_PROVIDER_CONTROL Control, BOOLEAN Enable);
typedef EVT_WDF_WMI_PROVIDER_FUNCTION_CONTROL *PFN_WDF_WMI_PROVIDER_FUNCTION_CONTROL;
struct _WDF_CHILD_ADDRESS_DESCRIPTION_HEADER {
  ULONG AddressDescriptionSize;
};
struct _WDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER {
  ULONG IdentificationDescriptionSize;
};
struct _WDF_CHILD_LIST_CONFIG {
  ULONG Size;
  ULONG IdentificationDescriptionSize;
  ULONG AddressDescriptionSize;
  PFN_WDF_CHILD_LIST_CREATE_DEVICE EvtChildListCreateDevice;
  PFN_WDF_CHILD_LIST_SCAN_FOR_CHILDREN EvtChildListScanForChildren;
  PFN_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_COPY EvtChildListIdentificationDescriptionCopy;
  PFN_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_DUPLICATE EvtChildListIdentificationDescriptionDuplicate;
  PFN_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_CLEANUP EvtChildListIdentificationDescriptionCleanup;
  PFN_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_COMPARE EvtChildListIdentificationDescriptionCompare;
  PFN_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_COPY EvtChildListAddressDescriptionCopy;
  PFN_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_DUPLICATE EvtChildListAddressDescriptionDuplicate;
  PFN_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_CLEANUP EvtChildListAddressDescriptionCleanup;
  PFN_WDF_CHILD_LIST_DEVICE_REENUMERATED EvtChildListDeviceReenumerated;
};
struct _WDF_CHILD_LIST_ITERATOR {
  ULONG Size;
  ULONG Flags;
  PVOID Reserved[4];
};
struct _WDF_CHILD_RETRIEVE_INFO {
  ULONG Size;
  PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER IdentificationDescription;
  PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER AddressDescription;
  WDF_CHILD_LIST_RETRIEVE_DEVICE_STATUS Status;
  PFN_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_COMPARE EvtChildListIdentificationDescriptionCompare;
};
struct _WDF_COMMON_BUFFER_CONFIG {
  ULONG Size;
  ULONG AlignmentRequirement;
};
struct _WDF_DEVICE_INTERFACE_PROPERTY_DATA {
  ULONG Size;
  const GUID *InterfaceClassGUID;
  PCUNICODE_STRING ReferenceString;
  const DEVPROPKEY *PropertyKey;
  LCID Lcid;
  ULONG Flags;
};
struct _WDF_DEVICE_PNP_CAPABILITIES {
  ULONG Size;
  WDF_TRI_STATE LockSupported;
  WDF_TRI_STATE EjectSupported;
  WDF_TRI_STATE Removable;
  WDF_TRI_STATE DockDevice;
  WDF_TRI_STATE UniqueID;
  WDF_TRI_STATE SilentInstall;
  WDF_TRI_STATE SurpriseRemovalOK;
  WDF_TRI_STATE HardwareDisabled;
  WDF_TRI_STATE NoDisplayInUI;
  ULONG Address;
  ULONG UINumber;
};
struct _WDF_DEVICE_PNP_NOTIFICATION_DATA {
  WDF_STATE_NOTIFICATION_TYPE Type;
  union {
    struct {
      WDF_DEVICE_PNP_STATE CurrentState;
      WDF_DEVICE_PNP_STATE NewState;
    } EnterState;
    struct {
      WDF_DEVICE_PNP_STATE CurrentState;
    } PostProcessState;
    struct {
      WDF_DEVICE_PNP_STATE CurrentState;
      WDF_DEVICE_PNP_STATE NewState;
    } LeaveState;
  } Data;
};
struct _WDF_DEVICE_POWER_CAPABILITIES {
  ULONG Size;
  WDF_TRI_STATE DeviceD1;
  WDF_TRI_STATE DeviceD2;
  WDF_TRI_STATE WakeFromD0;
  WDF_TRI_STATE WakeFromD1;
  WDF_TRI_STATE WakeFromD2;
  WDF_TRI_STATE WakeFromD3;
  DEVICE_POWER_STATE DeviceState[PowerSystemMaximum];
  DEVICE_POWER_STATE DeviceWake;
  SYSTEM_POWER_STATE SystemWake;
  ULONG D1Latency;
  ULONG D2Latency;
  ULONG D3Latency;
  DEVICE_POWER_STATE IdealDxStateForSx;
};
struct _WDF_DEVICE_POWER_NOTIFICATION_DATA {
  WDF_STATE_NOTIFICATION_TYPE Type;
  union {
    struct {
      WDF_DEVICE_POWER_STATE CurrentState;
      WDF_DEVICE_POWER_STATE NewState;
    } EnterState;
    struct {
      WDF_DEVICE_POWER_STATE CurrentState;
    } PostProcessState;
    struct {
      WDF_DEVICE_POWER_STATE CurrentState;
      WDF_DEVICE_POWER_STATE NewState;
    } LeaveState;
  } Data;
};
struct _WDF_DEVICE_POWER_POLICY_IDLE_SETTINGS {
  ULONG Size;
  WDF_POWER_POLICY_S0_IDLE_CAPABILITIES IdleCaps;
  DEVICE_POWER_STATE DxState;
  ULONG IdleTimeout;
  WDF_POWER_POLICY_S0_IDLE_USER_CONTROL UserControlOfIdleSettings;
  WDF_TRI_STATE Enabled;
  WDF_TRI_STATE PowerUpIdleDeviceOnSystemWake;
  WDF_POWER_POLICY_IDLE_TIMEOUT_TYPE IdleTimeoutType;
  WDF_TRI_STATE ExcludeD3Cold;
};
struct _WDF_DEVICE_POWER_POLICY_NOTIFICATION_DATA {
  WDF_STATE_NOTIFICATION_TYPE Type;
  union {
    struct {
      WDF_DEVICE_POWER_POLICY_STATE CurrentState;
      WDF_DEVICE_POWER_POLICY_STATE NewState;
    } EnterState;
    struct {
      WDF_DEVICE_POWER_POLICY_STATE CurrentState;
    } PostProcessState;
    struct {
      WDF_DEVICE_POWER_POLICY_STATE CurrentState;
      WDF_DEVICE_POWER_POLICY_STATE NewState;
    } LeaveState;
  } Data;
};
struct _WDF_DEVICE_POWER_POLICY_WAKE_SETTINGS {
  ULONG Size;
  DEVICE_POWER_STATE DxState;
  WDF_POWER_POLICY_SX_WAKE_USER_CONTROL UserControlOfWakeSettings;
  WDF_TRI_STATE Enabled;
  BOOLEAN ArmForWakeIfChildrenAreArmedForWake;
  BOOLEAN IndicateChildWakeOnParentWake;
};
struct _WDF_DEVICE_PROPERTY_DATA {
  ULONG Size;
  const DEVPROPKEY *PropertyKey;
  LCID Lcid;
  ULONG Flags;
};
struct _WDF_DEVICE_STATE {
  ULONG Size;
  WDF_TRI_STATE Disabled;
  WDF_TRI_STATE DontDisplayInUI;
  WDF_TRI_STATE Failed;
  WDF_TRI_STATE NotDisableable;
  WDF_TRI_STATE Removed;
  WDF_TRI_STATE ResourcesChanged;
  WDF_TRI_STATE AssignedToGuest;
};
struct _WDF_FILEOBJECT_CONFIG {
  ULONG Size;
  PFN_WDF_DEVICE_FILE_CREATE EvtDeviceFileCreate;
  PFN_WDF_FILE_CLOSE EvtFileClose;
  PFN_WDF_FILE_CLEANUP EvtFileCleanup;
  WDF_TRI_STATE AutoForwardCleanupClose;
  WDF_FILEOBJECT_CLASS FileObjectClass;
};
struct _WDF_IO_TYPE_CONFIG {
  ULONG Size;
  WDF_DEVICE_IO_TYPE ReadWriteIoType;
  WDF_DEVICE_IO_TYPE DeviceControlIoType;
  ULONG DirectTransferThreshold;
};
struct _WDF_PNPPOWER_EVENT_CALLBACKS {
  ULONG Size;
  PFN_WDF_DEVICE_D0_ENTRY EvtDeviceD0Entry;
  PFN_WDF_DEVICE_D0_ENTRY_POST_INTERRUPTS_ENABLED EvtDeviceD0EntryPostInterruptsEnabled;
  PFN_WDF_DEVICE_D0_EXIT EvtDeviceD0Exit;
  PFN_WDF_DEVICE_D0_EXIT_PRE_INTERRUPTS_DISABLED EvtDeviceD0ExitPreInterruptsDisabled;
  PFN_WDF_DEVICE_PREPARE_HARDWARE EvtDevicePrepareHardware;
  PFN_WDF_DEVICE_RELEASE_HARDWARE EvtDeviceReleaseHardware;
  PFN_WDF_DEVICE_SELF_MANAGED_IO_CLEANUP EvtDeviceSelfManagedIoCleanup;
  PFN_WDF_DEVICE_SELF_MANAGED_IO_FLUSH EvtDeviceSelfManagedIoFlush;
  PFN_WDF_DEVICE_SELF_MANAGED_IO_INIT EvtDeviceSelfManagedIoInit;
  PFN_WDF_DEVICE_SELF_MANAGED_IO_SUSPEND EvtDeviceSelfManagedIoSuspend;
  PFN_WDF_DEVICE_SELF_MANAGED_IO_RESTART EvtDeviceSelfManagedIoRestart;
  PFN_WDF_DEVICE_SURPRISE_REMOVAL EvtDeviceSurpriseRemoval;
  PFN_WDF_DEVICE_QUERY_REMOVE EvtDeviceQueryRemove;
  PFN_WDF_DEVICE_QUERY_STOP EvtDeviceQueryStop;
  PFN_WDF_DEVICE_USAGE_NOTIFICATION EvtDeviceUsageNotification;
  PFN_WDF_DEVICE_RELATIONS_QUERY EvtDeviceRelationsQuery;
  PFN_WDF_DEVICE_USAGE_NOTIFICATION_EX EvtDeviceUsageNotificationEx;
};
struct _WDF_POWER_FRAMEWORK_SETTINGS {
  ULONG Size;
  PFN_WDFDEVICE_WDM_POST_PO_FX_REGISTER_DEVICE EvtDeviceWdmPostPoFxRegisterDevice;
  PFN_WDFDEVICE_WDM_PRE_PO_FX_UNREGISTER_DEVICE EvtDeviceWdmPrePoFxUnregisterDevice;
  PPO_FX_COMPONENT Component;
  PPO_FX_COMPONENT_ACTIVE_CONDITION_CALLBACK ComponentActiveConditionCallback;
  PPO_FX_COMPONENT_IDLE_CONDITION_CALLBACK ComponentIdleConditionCallback;
  PPO_FX_COMPONENT_IDLE_STATE_CALLBACK ComponentIdleStateCallback;
  PPO_FX_POWER_CONTROL_CALLBACK PowerControlCallback;
  PVOID PoFxDeviceContext;
  ULONGLONG PoFxDeviceFlags;
  WDF_TRI_STATE DirectedPoFxEnabled;
};
struct _WDF_POWER_POLICY_EVENT_CALLBACKS {
  ULONG Size;
  PFN_WDF_DEVICE_ARM_WAKE_FROM_S0 EvtDeviceArmWakeFromS0;
  PFN_WDF_DEVICE_DISARM_WAKE_FROM_S0 EvtDeviceDisarmWakeFromS0;
  PFN_WDF_DEVICE_WAKE_FROM_S0_TRIGGERED EvtDeviceWakeFromS0Triggered;
  PFN_WDF_DEVICE_ARM_WAKE_FROM_SX EvtDeviceArmWakeFromSx;
  PFN_WDF_DEVICE_DISARM_WAKE_FROM_SX EvtDeviceDisarmWakeFromSx;
  PFN_WDF_DEVICE_WAKE_FROM_SX_TRIGGERED EvtDeviceWakeFromSxTriggered;
  PFN_WDF_DEVICE_ARM_WAKE_FROM_SX_WITH_REASON EvtDeviceArmWakeFromSxWithReason;
};
struct _WDF_REMOVE_LOCK_OPTIONS {
  ULONG Size;
  ULONG Flags;
};
struct _WDF_DMA_ENABLER_CONFIG {
  ULONG Size;
  WDF_DMA_PROFILE Profile;
  size_t MaximumLength;
  PFN_WDF_DMA_ENABLER_FILL EvtDmaEnablerFill;
  PFN_WDF_DMA_ENABLER_FLUSH EvtDmaEnablerFlush;
  PFN_WDF_DMA_ENABLER_DISABLE EvtDmaEnablerDisable;
  PFN_WDF_DMA_ENABLER_ENABLE EvtDmaEnablerEnable;
  PFN_WDF_DMA_ENABLER_SELFMANAGED_IO_START EvtDmaEnablerSelfManagedIoStart;
  PFN_WDF_DMA_ENABLER_SELFMANAGED_IO_STOP EvtDmaEnablerSelfManagedIoStop;
  ULONG AddressWidthOverride;
  ULONG WdmDmaVersionOverride;
  ULONG Flags;
};
struct _WDF_DMA_SYSTEM_PROFILE_CONFIG {
  ULONG Size;
  BOOLEAN DemandMode;
  BOOLEAN LoopedTransfer;
  DMA_WIDTH DmaWidth;
  PHYSICAL_ADDRESS DeviceAddress;
  PCM_PARTIAL_RESOURCE_DESCRIPTOR DmaDescriptor;
};
struct _WDF_DPC_CONFIG {
  ULONG Size;
  PFN_WDF_DPC EvtDpcFunc;
  BOOLEAN AutomaticSerialization;
};
struct _WDF_DRIVER_CONFIG {
  ULONG Size;
  PFN_WDF_DRIVER_DEVICE_ADD EvtDriverDeviceAdd;
  PFN_WDF_DRIVER_UNLOAD EvtDriverUnload;
  ULONG DriverInitFlags;
  ULONG DriverPoolTag;
};
struct _WDF_DRIVER_VERSION_AVAILABLE_PARAMS {
  ULONG Size;
  ULONG MajorVersion;
  ULONG MinorVersion;
};
struct _WDF_FDO_EVENT_CALLBACKS {
  ULONG Size;
  PFN_WDF_DEVICE_FILTER_RESOURCE_REQUIREMENTS EvtDeviceFilterAddResourceRequirements;
  PFN_WDF_DEVICE_FILTER_RESOURCE_REQUIREMENTS EvtDeviceFilterRemoveResourceRequirements;
  PFN_WDF_DEVICE_REMOVE_ADDED_RESOURCES EvtDeviceRemoveAddedResources;
};
struct _WDF_INTERRUPT_CONFIG {
  ULONG Size;
  WDFSPINLOCK SpinLock;
  WDF_TRI_STATE ShareVector;
  BOOLEAN FloatingSave;
  BOOLEAN AutomaticSerialization;
  PFN_WDF_INTERRUPT_ISR EvtInterruptIsr;
  PFN_WDF_INTERRUPT_DPC EvtInterruptDpc;
  PFN_WDF_INTERRUPT_ENABLE EvtInterruptEnable;
  PFN_WDF_INTERRUPT_DISABLE EvtInterruptDisable;
  PFN_WDF_INTERRUPT_WORKITEM EvtInterruptWorkItem;
  PCM_PARTIAL_RESOURCE_DESCRIPTOR InterruptRaw;
  PCM_PARTIAL_RESOURCE_DESCRIPTOR InterruptTranslated;
  WDFWAITLOCK WaitLock;
  BOOLEAN PassiveHandling;
  WDF_TRI_STATE ReportInactiveOnPowerDown;
  BOOLEAN CanWakeDevice;
};
struct _WDF_INTERRUPT_EXTENDED_POLICY {
  ULONG Size;
  WDF_INTERRUPT_POLICY Policy;
  WDF_INTERRUPT_PRIORITY Priority;
  GROUP_AFFINITY TargetProcessorSetAndGroup;
};
struct _WDF_INTERRUPT_INFO {
  ULONG Size;
  ULONG64 Reserved1;
  KAFFINITY TargetProcessorSet;
  ULONG Reserved2;
  ULONG MessageNumber;
  ULONG Vector;
  KIRQL Irql;
  KINTERRUPT_MODE Mode;
  WDF_INTERRUPT_POLARITY Polarity;
  BOOLEAN MessageSignaled;
  UCHAR ShareDisposition;
  USHORT Group;
};
struct _WDF_IO_FORWARD_PROGRESS_RESERVED_POLICY_SETTINGS {
  union {
    struct {
      PFN_WDF_IO_WDM_IRP_FOR_FORWARD_PROGRESS EvtIoWdmIrpForForwardProgress;
    } ExaminePolicy;
  } Policy;
};
struct _WDF_IO_QUEUE_CONFIG {
  ULONG Size;
  WDF_IO_QUEUE_DISPATCH_TYPE DispatchType;
  WDF_TRI_STATE PowerManaged;
  BOOLEAN AllowZeroLengthRequests;
  BOOLEAN DefaultQueue;
  PFN_WDF_IO_QUEUE_IO_DEFAULT EvtIoDefault;
  PFN_WDF_IO_QUEUE_IO_READ EvtIoRead;
  PFN_WDF_IO_QUEUE_IO_WRITE EvtIoWrite;
  PFN_WDF_IO_QUEUE_IO_DEVICE_CONTROL EvtIoDeviceControl;
  PFN_WDF_IO_QUEUE_IO_INTERNAL_DEVICE_CONTROL EvtIoInternalDeviceControl;
  PFN_WDF_IO_QUEUE_IO_STOP EvtIoStop;
  PFN_WDF_IO_QUEUE_IO_RESUME EvtIoResume;
  PFN_WDF_IO_QUEUE_IO_CANCELED_ON_QUEUE EvtIoCanceledOnQueue;
  union {
    struct {
      ULONG NumberOfPresentedRequests;
    } Parallel;
  } Settings;
  WDFDRIVER Driver;
};
struct _WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY {
  ULONG Size;
  ULONG TotalForwardProgressRequests;
  WDF_IO_FORWARD_PROGRESS_RESERVED_POLICY ForwardProgressReservedPolicy;
  WDF_IO_FORWARD_PROGRESS_RESERVED_POLICY_SETTINGS ForwardProgressReservePolicySettings;
  PFN_WDF_IO_ALLOCATE_RESOURCES_FOR_RESERVED_REQUEST EvtIoAllocateResourcesForReservedRequest;
  PFN_WDF_IO_ALLOCATE_REQUEST_RESOURCES EvtIoAllocateRequestResources;
};
struct _WDF_IO_TARGET_OPEN_PARAMS {
  ULONG Size;
  WDF_IO_TARGET_OPEN_TYPE Type;
  PFN_WDF_IO_TARGET_QUERY_REMOVE EvtIoTargetQueryRemove;
  PFN_WDF_IO_TARGET_REMOVE_CANCELED EvtIoTargetRemoveCanceled;
  PFN_WDF_IO_TARGET_REMOVE_COMPLETE EvtIoTargetRemoveComplete;
  PDEVICE_OBJECT TargetDeviceObject;
  PFILE_OBJECT TargetFileObject;
  UNICODE_STRING TargetDeviceName;
  ACCESS_MASK DesiredAccess;
  ULONG ShareAccess;
  ULONG FileAttributes;
  ULONG CreateDisposition;
  ULONG CreateOptions;
  PVOID EaBuffer;
  ULONG EaBufferLength;
  PLONGLONG AllocationSize;
  ULONG FileInformation;
  UNICODE_STRING FileName;
};
struct _WDFMEMORY_OFFSET {
  size_t BufferOffset;
  size_t BufferLength;
};
struct _WDF_MEMORY_DESCRIPTOR {
  WDF_MEMORY_DESCRIPTOR_TYPE Type;
  union {
    struct {
      PVOID Buffer;
      ULONG Length;
    } BufferType;
    struct {
      PMDL Mdl;
      ULONG BufferLength;
    } MdlType;
    struct {
      WDFMEMORY Memory;
      PWDFMEMORY_OFFSET Offsets;
    } HandleType;
  } u;
};
struct _WDF_OBJECT_ATTRIBUTES {
  ULONG Size;
  PFN_WDF_OBJECT_CONTEXT_CLEANUP EvtCleanupCallback;
  PFN_WDF_OBJECT_CONTEXT_DESTROY EvtDestroyCallback;
  WDF_EXECUTION_LEVEL ExecutionLevel;
  WDF_SYNCHRONIZATION_SCOPE SynchronizationScope;
  WDFOBJECT ParentObject;
  size_t ContextSizeOverride;
  PCWDF_OBJECT_CONTEXT_TYPE_INFO ContextTypeInfo;
};
struct _WDF_PDO_EVENT_CALLBACKS {
  ULONG Size;
  PFN_WDF_DEVICE_RESOURCES_QUERY EvtDeviceResourcesQuery;
  PFN_WDF_DEVICE_RESOURCE_REQUIREMENTS_QUERY EvtDeviceResourceRequirementsQuery;
  PFN_WDF_DEVICE_EJECT EvtDeviceEject;
  PFN_WDF_DEVICE_SET_LOCK EvtDeviceSetLock;
  PFN_WDF_DEVICE_ENABLE_WAKE_AT_BUS EvtDeviceEnableWakeAtBus;
  PFN_WDF_DEVICE_DISABLE_WAKE_AT_BUS EvtDeviceDisableWakeAtBus;
  PFN_WDF_DEVICE_REPORTED_MISSING EvtDeviceReportedMissing;
};
struct _WDF_QUERY_INTERFACE_CONFIG {
  ULONG Size;
  PINTERFACE Interface;
  const GUID *InterfaceType;
  BOOLEAN SendQueryToParentStack;
  PFN_WDF_DEVICE_PROCESS_QUERY_INTERFACE_REQUEST EvtDeviceProcessQueryInterfaceRequest;
  BOOLEAN ImportInterface;
};
struct _WDF_REQUEST_FORWARD_OPTIONS {
  ULONG Size;
  ULONG Flags;
};
struct _WDF_REQUEST_PARAMETERS {
  USHORT Size;
  UCHAR MinorFunction;
  WDF_REQUEST_TYPE Type;
  union {
    struct {
      PIO_SECURITY_CONTEXT SecurityContext;
      ULONG Options;
      USHORT FileAttributes;
      USHORT ShareAccess;
      ULONG EaLength;
    } Create;
    struct {
      size_t Length;
      ULONG Key;
      LONGLONG DeviceOffset;
    } Read;
    struct {
      size_t Length;
      ULONG Key;
      LONGLONG DeviceOffset;
    } Write;
    struct {
      size_t OutputBufferLength;
      size_t InputBufferLength;
      ULONG IoControlCode;
      PVOID Type3InputBuffer;
    } DeviceIoControl;
    struct {
      PVOID Arg1;
      PVOID Arg2;
      ULONG IoControlCode;
      PVOID Arg4;
    } Others;
  } Parameters;
};
struct _WDF_REQUEST_REUSE_PARAMS {
  ULONG Size;
  ULONG Flags;
  NTSTATUS Status;
  PIRP NewIrp;
};
struct _WDF_REQUEST_SEND_OPTIONS {
  ULONG Size;
  ULONG Flags;
  LONGLONG Timeout;
};
struct _WDF_TIMER_CONFIG {
  ULONG Size;
  PFN_WDF_TIMER EvtTimerFunc;
  ULONG Period;
  BOOLEAN AutomaticSerialization;
  ULONG TolerableDelay;
  BOOLEAN UseHighResolutionTimer;
};
struct _WDF_WORKITEM_CONFIG {
  ULONG Size;
  PFN_WDF_WORKITEM EvtWorkItemFunc;
  BOOLEAN AutomaticSerialization;
};
struct _WDF_REQUEST_COMPLETION_PARAMS {
  ULONG Size;
  WDF_REQUEST_TYPE Type;
  IO_STATUS_BLOCK IoStatus;
  union {
    struct {
      WDFMEMORY Buffer;
      size_t Length;
      size_t Offset;
    } Write;
    struct {
      WDFMEMORY Buffer;
      size_t Length;
      size_t Offset;
    } Read;
    struct {
      ULONG IoControlCode;
      struct {
        WDFMEMORY Buffer;
        size_t Offset;
      } Input;
      struct {
        WDFMEMORY Buffer;
        size_t Offset;
        size_t Length;
      } Output;
    } Ioctl;
    struct {
      union {
        PVOID Ptr;
        ULONG_PTR Value;
      } Argument1;
      union {
        PVOID Ptr;
        ULONG_PTR Value;
      } Argument2;
      union {
        PVOID Ptr;
        ULONG_PTR Value;
      } Argument3;
      union {
        PVOID Ptr;
        ULONG_PTR Value;
      } Argument4;
    } Others;
    struct {
      PWDF_USB_REQUEST_COMPLETION_PARAMS Completion;
    } Usb;
  } Parameters;
};
struct _WDF_WMI_INSTANCE_CONFIG {
  ULONG Size;
  WDFWMIPROVIDER Provider;
  PWDF_WMI_PROVIDER_CONFIG ProviderConfig;
  BOOLEAN UseContextForQuery;
  BOOLEAN Register;
  PFN_WDF_WMI_INSTANCE_QUERY_INSTANCE EvtWmiInstanceQueryInstance;
  PFN_WDF_WMI_INSTANCE_SET_INSTANCE EvtWmiInstanceSetInstance;
  PFN_WDF_WMI_INSTANCE_SET_ITEM EvtWmiInstanceSetItem;
  PFN_WDF_WMI_INSTANCE_EXECUTE_METHOD EvtWmiInstanceExecuteMethod;
};
struct _WDF_WMI_PROVIDER_CONFIG {
  ULONG Size;
  GUID Guid;
  ULONG Flags;
  ULONG MinInstanceBufferSize;
  PFN_WDF_WMI_PROVIDER_FUNCTION_CONTROL EvtWmiProviderFunctionControl;
};
NTKERNELAPI VOID NTAPI WDF_CHILD_ADDRESS_DESCRIPTION_HEADER_INIT(PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER Header, ULONG AddressDescriptionSize);
NTKERNELAPI VOID NTAPI WDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER_INIT(PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER Header, ULONG IdentificationDescriptionSize);
NTKERNELAPI VOID NTAPI WDF_CHILD_LIST_CONFIG_INIT(PWDF_CHILD_LIST_CONFIG Config, ULONG IdentificationDescriptionSize, PFN_WDF_CHILD_LIST_CREATE_DEVICE EvtChildListCreateDevice);
NTKERNELAPI VOID NTAPI WDF_CHILD_LIST_ITERATOR_INIT(PWDF_CHILD_LIST_ITERATOR Iterator, ULONG Flags);
NTKERNELAPI VOID NTAPI WDF_CHILD_RETRIEVE_INFO_INIT(PWDF_CHILD_RETRIEVE_INFO Info, PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER IdentificationDescription);
NTKERNELAPI NTSTATUS NTAPI WdfChildListAddOrUpdateChildDescriptionAsPresent(WDFCHILDLIST ChildList, PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER IdentificationDescription, PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER AddressDescription);
NTKERNELAPI VOID NTAPI WdfChildListBeginIteration(WDFCHILDLIST ChildList, PWDF_CHILD_LIST_ITERATOR Iterator);
NTKERNELAPI VOID NTAPI WdfChildListBeginScan(WDFCHILDLIST ChildList);
NTKERNELAPI NTSTATUS NTAPI WdfChildListCreate(WDFDEVICE Device, PWDF_CHILD_LIST_CONFIG Config, PWDF_OBJECT_ATTRIBUTES ChildListAttributes, WDFCHILDLIST *ChildList);
NTKERNELAPI VOID NTAPI WdfChildListEndIteration(WDFCHILDLIST ChildList, PWDF_CHILD_LIST_ITERATOR Iterator);
NTKERNELAPI VOID NTAPI WdfChildListEndScan(WDFCHILDLIST ChildList);
NTKERNELAPI WDFDEVICE NTAPI WdfChildListGetDevice(WDFCHILDLIST ChildList);
NTKERNELAPI BOOLEAN NTAPI WdfChildListRequestChildEject(WDFCHILDLIST ChildList, PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER IdentificationDescription);
NTKERNELAPI NTSTATUS NTAPI WdfChildListRetrieveAddressDescription(WDFCHILDLIST ChildList, PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER IdentificationDescription, PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER AddressDescription);
NTKERNELAPI NTSTATUS NTAPI WdfChildListRetrieveNextDevice(WDFCHILDLIST ChildList, PWDF_CHILD_LIST_ITERATOR Iterator, WDFDEVICE *Device, PWDF_CHILD_RETRIEVE_INFO Info);
NTKERNELAPI WDFDEVICE NTAPI WdfChildListRetrievePdo(WDFCHILDLIST ChildList, PWDF_CHILD_RETRIEVE_INFO RetrieveInfo);
NTKERNELAPI VOID NTAPI WdfChildListUpdateAllChildDescriptionsAsPresent(WDFCHILDLIST ChildList);
NTKERNELAPI NTSTATUS NTAPI WdfChildListUpdateChildDescriptionAsMissing(WDFCHILDLIST ChildList, PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER IdentificationDescription);
NTKERNELAPI NTSTATUS NTAPI WdfCollectionAdd(WDFCOLLECTION Collection, WDFOBJECT Object);
NTKERNELAPI NTSTATUS NTAPI WdfCollectionCreate(PWDF_OBJECT_ATTRIBUTES CollectionAttributes, WDFCOLLECTION *Collection);
NTKERNELAPI ULONG NTAPI WdfCollectionGetCount(WDFCOLLECTION Collection);
NTKERNELAPI WDFOBJECT NTAPI WdfCollectionGetFirstItem(WDFCOLLECTION Collection);
NTKERNELAPI WDFOBJECT NTAPI WdfCollectionGetItem(WDFCOLLECTION Collection, ULONG Index);
NTKERNELAPI WDFOBJECT NTAPI WdfCollectionGetLastItem(WDFCOLLECTION Collection);
NTKERNELAPI VOID NTAPI WdfCollectionRemove(WDFCOLLECTION Collection, WDFOBJECT Item);
NTKERNELAPI VOID NTAPI WdfCollectionRemoveItem(WDFCOLLECTION Collection, ULONG Index);
NTKERNELAPI VOID NTAPI WDF_COMMON_BUFFER_CONFIG_INIT(PWDF_COMMON_BUFFER_CONFIG Config, ULONG AlignmentRequirement);
NTKERNELAPI NTSTATUS NTAPI WdfCommonBufferCreate(WDFDMAENABLER DmaEnabler, size_t Length, PWDF_OBJECT_ATTRIBUTES Attributes, WDFCOMMONBUFFER *CommonBuffer);
NTKERNELAPI NTSTATUS NTAPI WdfCommonBufferCreateWithConfig(WDFDMAENABLER DmaEnabler, size_t Length, PWDF_COMMON_BUFFER_CONFIG Config, PWDF_OBJECT_ATTRIBUTES Attributes, WDFCOMMONBUFFER *CommonBuffer);
NTKERNELAPI PHYSICAL_ADDRESS NTAPI WdfCommonBufferGetAlignedLogicalAddress(WDFCOMMONBUFFER CommonBuffer);
NTKERNELAPI PVOID NTAPI WdfCommonBufferGetAlignedVirtualAddress(WDFCOMMONBUFFER CommonBuffer);
NTKERNELAPI size_t NTAPI WdfCommonBufferGetLength(WDFCOMMONBUFFER CommonBuffer);
NTKERNELAPI PWDFDEVICE_INIT NTAPI WdfControlDeviceInitAllocate(WDFDRIVER Driver, const UNICODE_STRING *SDDLString);
NTKERNELAPI VOID NTAPI WdfControlDeviceInitSetShutdownNotification(PWDFDEVICE_INIT DeviceInit, PFN_WDF_DEVICE_SHUTDOWN_NOTIFICATION Notification, UCHAR Flags);
NTKERNELAPI VOID NTAPI WdfControlFinishInitializing(WDFDEVICE Device);
NTKERNELAPI LONGLONG NTAPI WDF_ABS_TIMEOUT_IN_MS(ULONGLONG Time);
NTKERNELAPI LONGLONG NTAPI WDF_ABS_TIMEOUT_IN_SEC(ULONGLONG Time);
NTKERNELAPI LONGLONG NTAPI WDF_ABS_TIMEOUT_IN_US(ULONGLONG Time);
NTKERNELAPI size_t NTAPI WDF_ALIGN_SIZE_DOWN(size_t Length, size_t AlignTo);
NTKERNELAPI size_t NTAPI WDF_ALIGN_SIZE_UP(size_t Length, size_t AlignTo);
NTKERNELAPI LONGLONG NTAPI WDF_REL_TIMEOUT_IN_MS(ULONGLONG Time);
NTKERNELAPI LONGLONG NTAPI WDF_REL_TIMEOUT_IN_SEC(ULONGLONG Time);
NTKERNELAPI LONGLONG NTAPI WDF_REL_TIMEOUT_IN_US(ULONGLONG Time);
NTKERNELAPI VOID NTAPI WDF_DEVICE_INTERFACE_PROPERTY_DATA_INIT(PWDF_DEVICE_INTERFACE_PROPERTY_DATA PropertyData, const GUID *InterfaceClassGUID, const DEVPROPKEY *PropertyKey);
NTKERNELAPI VOID NTAPI WDF_DEVICE_PNP_CAPABILITIES_INIT(PWDF_DEVICE_PNP_CAPABILITIES Caps);
NTKERNELAPI VOID NTAPI WDF_DEVICE_POWER_CAPABILITIES_INIT(PWDF_DEVICE_POWER_CAPABILITIES Caps);
NTKERNELAPI VOID NTAPI WDF_DEVICE_POWER_POLICY_IDLE_SETTINGS_INIT(PWDF_DEVICE_POWER_POLICY_IDLE_SETTINGS Settings, WDF_POWER_POLICY_S0_IDLE_CAPABILITIES IdleCaps);
NTKERNELAPI VOID NTAPI WDF_DEVICE_POWER_POLICY_WAKE_SETTINGS_INIT(PWDF_DEVICE_POWER_POLICY_WAKE_SETTINGS Settings);
NTKERNELAPI VOID NTAPI WDF_DEVICE_PROPERTY_DATA_INIT(PWDF_DEVICE_PROPERTY_DATA PropertyData, const DEVPROPKEY *PropertyKey);
NTKERNELAPI VOID NTAPI WDF_DEVICE_STATE_INIT(PWDF_DEVICE_STATE PnpDeviceState);
NTKERNELAPI VOID NTAPI WDF_FILEOBJECT_CONFIG_INIT(PWDF_FILEOBJECT_CONFIG FileEventCallbacks, PFN_WDF_DEVICE_FILE_CREATE EvtDeviceFileCreate, PFN_WDF_FILE_CLOSE EvtFileClose, PFN_WDF_FILE_CLEANUP EvtFileCleanup);
NTKERNELAPI VOID NTAPI WDF_IO_TYPE_CONFIG_INIT(PWDF_IO_TYPE_CONFIG IoTypeConfig);
NTKERNELAPI VOID NTAPI WDF_PNPPOWER_EVENT_CALLBACKS_INIT(PWDF_PNPPOWER_EVENT_CALLBACKS Callbacks);
NTKERNELAPI VOID NTAPI WDF_POWER_FRAMEWORK_SETTINGS_INIT(PWDF_POWER_FRAMEWORK_SETTINGS PowerFrameworkSettings);
NTKERNELAPI VOID NTAPI WDF_POWER_POLICY_EVENT_CALLBACKS_INIT(PWDF_POWER_POLICY_EVENT_CALLBACKS Callbacks);
NTKERNELAPI VOID NTAPI WDF_REMOVE_LOCK_OPTIONS_INIT(PWDF_REMOVE_LOCK_OPTIONS RemoveLockOptions, ULONG Flags);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceAddDependentUsageDeviceObject(WDFDEVICE Device, PDEVICE_OBJECT DependentDevice);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceAddRemovalRelationsPhysicalDevice(WDFDEVICE Device, PDEVICE_OBJECT PhysicalDevice);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceAllocAndQueryInterfaceProperty(WDFDEVICE Device, PWDF_DEVICE_INTERFACE_PROPERTY_DATA PropertyData, POOL_TYPE PoolType, PWDF_OBJECT_ATTRIBUTES PropertyMemoryAttributes, WDFMEMORY *PropertyMemory, PDEVPROPTYPE Type);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceAllocAndQueryProperty(WDFDEVICE Device, DEVICE_REGISTRY_PROPERTY DeviceProperty, POOL_TYPE PoolType, PWDF_OBJECT_ATTRIBUTES PropertyMemoryAttributes, WDFMEMORY *PropertyMemory);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceAllocAndQueryPropertyEx(WDFDEVICE Device, PWDF_DEVICE_PROPERTY_DATA DeviceProperty, POOL_TYPE PoolType, PWDF_OBJECT_ATTRIBUTES PropertyMemoryAttributes, WDFMEMORY *PropertyMemory, PDEVPROPTYPE Type);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceAssignInterfaceProperty(WDFDEVICE Device, PWDF_DEVICE_INTERFACE_PROPERTY_DATA PropertyData, DEVPROPTYPE Type, ULONG BufferLength, PVOID PropertyBuffer);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceAssignMofResourceName(WDFDEVICE Device, PCUNICODE_STRING MofResourceName);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceAssignProperty(WDFDEVICE Device, PWDF_DEVICE_PROPERTY_DATA DeviceProperty, DEVPROPTYPE Type, ULONG Size, PVOID Data);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceAssignS0IdleSettings(WDFDEVICE Device, PWDF_DEVICE_POWER_POLICY_IDLE_SETTINGS Settings);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceAssignSxWakeSettings(WDFDEVICE Device, PWDF_DEVICE_POWER_POLICY_WAKE_SETTINGS Settings);
NTKERNELAPI VOID NTAPI WdfDeviceClearRemovalRelationsDevices(WDFDEVICE Device);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceConfigureRequestDispatching(WDFDEVICE Device, WDFQUEUE Queue, WDF_REQUEST_TYPE RequestType);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceConfigureWdmIrpDispatchCallback(WDFDEVICE Device, WDFDRIVER Driver, UCHAR MajorFunction, PFN_WDFDEVICE_WDM_IRP_DISPATCH EvtDeviceWdmIrpDispatch, WDFCONTEXT DriverContext);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceCreate(PWDFDEVICE_INIT *DeviceInit, PWDF_OBJECT_ATTRIBUTES DeviceAttributes, WDFDEVICE *Device);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceCreateDeviceInterface(WDFDEVICE Device, const GUID *InterfaceClassGUID, PCUNICODE_STRING ReferenceString);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceCreateSymbolicLink(WDFDEVICE Device, PCUNICODE_STRING SymbolicLinkName);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceEnqueueRequest(WDFDEVICE Device, WDFREQUEST Request);
NTKERNELAPI ULONG NTAPI WdfDeviceGetAlignmentRequirement(WDFDEVICE Device);
NTKERNELAPI ULONG NTAPI WdfDeviceGetCharacteristics(WDFDEVICE Device);
NTKERNELAPI WDFQUEUE NTAPI WdfDeviceGetDefaultQueue(WDFDEVICE Device);
NTKERNELAPI WDF_DEVICE_PNP_STATE NTAPI WdfDeviceGetDevicePnpState(WDFDEVICE Device);
NTKERNELAPI WDF_DEVICE_POWER_POLICY_STATE NTAPI WdfDeviceGetDevicePowerPolicyState(WDFDEVICE Device);
NTKERNELAPI WDF_DEVICE_POWER_STATE NTAPI WdfDeviceGetDevicePowerState(WDFDEVICE Device);
NTKERNELAPI VOID NTAPI WdfDeviceGetDeviceStackIoType(WDFDEVICE Device, WDF_DEVICE_IO_TYPE *ReadWriteIoType, WDF_DEVICE_IO_TYPE *IoControlIoType);
NTKERNELAPI VOID NTAPI WdfDeviceGetDeviceState(WDFDEVICE Device, PWDF_DEVICE_STATE DeviceState);
NTKERNELAPI WDFDRIVER NTAPI WdfDeviceGetDriver(WDFDEVICE Device);
NTKERNELAPI WDFFILEOBJECT NTAPI WdfDeviceGetFileObject(WDFDEVICE Device, PFILE_OBJECT FileObject);
NTKERNELAPI PVOID NTAPI WdfDeviceGetHardwareRegisterMappedAddress(WDFDEVICE Device, PVOID PseudoBaseAddress);
NTKERNELAPI WDFIOTARGET NTAPI WdfDeviceGetIoTarget(WDFDEVICE Device);
NTKERNELAPI POWER_ACTION NTAPI WdfDeviceGetSystemPowerAction(WDFDEVICE Device);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceIndicateWakeStatus(WDFDEVICE Device, NTSTATUS WaitWakeStatus);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceInitAssignName(PWDFDEVICE_INIT DeviceInit, PCUNICODE_STRING DeviceName);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceInitAssignSDDLString(PWDFDEVICE_INIT DeviceInit, PCUNICODE_STRING SDDLString);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceInitAssignWdmIrpPreprocessCallback(PWDFDEVICE_INIT DeviceInit, PFN_WDFDEVICE_WDM_IRP_PREPROCESS EvtDeviceWdmIrpPreprocess, UCHAR MajorFunction, PUCHAR MinorFunctions, ULONG NumMinorFunctions);
NTKERNELAPI VOID NTAPI WdfDeviceInitFree(PWDFDEVICE_INIT DeviceInit);
NTKERNELAPI VOID NTAPI WdfDeviceInitSetCharacteristics(PWDFDEVICE_INIT DeviceInit, ULONG DeviceCharacteristics, BOOLEAN OrInValues);
NTKERNELAPI VOID NTAPI WdfDeviceInitSetDeviceClass(PWDFDEVICE_INIT DeviceInit, const GUID *DeviceClassGuid);
NTKERNELAPI VOID NTAPI WdfDeviceInitSetExclusive(PWDFDEVICE_INIT DeviceInit, BOOLEAN IsExclusive);
NTKERNELAPI VOID NTAPI WdfDeviceInitSetFileObjectConfig(PWDFDEVICE_INIT DeviceInit, PWDF_FILEOBJECT_CONFIG FileObjectConfig, PWDF_OBJECT_ATTRIBUTES FileObjectAttributes);
NTKERNELAPI VOID NTAPI WdfDeviceInitSetIoInCallerContextCallback(PWDFDEVICE_INIT DeviceInit, PFN_WDF_IO_IN_CALLER_CONTEXT EvtIoInCallerContext);
NTKERNELAPI VOID NTAPI WdfDeviceInitSetIoType(PWDFDEVICE_INIT DeviceInit, WDF_DEVICE_IO_TYPE IoType);
NTKERNELAPI VOID NTAPI WdfDeviceInitSetIoTypeEx(PWDFDEVICE_INIT DeviceInit, PWDF_IO_TYPE_CONFIG IoTypeConfig);
NTKERNELAPI VOID NTAPI WdfDeviceInitSetPnpPowerEventCallbacks(PWDFDEVICE_INIT DeviceInit, PWDF_PNPPOWER_EVENT_CALLBACKS PnpPowerEventCallbacks);
NTKERNELAPI VOID NTAPI WdfDeviceInitSetPowerInrush(PWDFDEVICE_INIT DeviceInit);
NTKERNELAPI VOID NTAPI WdfDeviceInitSetPowerNotPageable(PWDFDEVICE_INIT DeviceInit);
NTKERNELAPI VOID NTAPI WdfDeviceInitSetPowerPageable(PWDFDEVICE_INIT DeviceInit);
NTKERNELAPI VOID NTAPI WdfDeviceInitSetPowerPolicyEventCallbacks(PWDFDEVICE_INIT DeviceInit, PWDF_POWER_POLICY_EVENT_CALLBACKS PowerPolicyEventCallbacks);
NTKERNELAPI VOID NTAPI WdfDeviceInitSetPowerPolicyOwnership(PWDFDEVICE_INIT DeviceInit, BOOLEAN IsPowerPolicyOwner);
NTKERNELAPI VOID NTAPI WdfDeviceInitSetReleaseHardwareOrderOnFailure(PWDFDEVICE_INIT DeviceInit, WDF_RELEASE_HARDWARE_ORDER_ON_FAILURE ReleaseHardwareOrderOnFailure);
NTKERNELAPI VOID NTAPI WdfDeviceInitSetRemoveLockOptions(PWDFDEVICE_INIT DeviceInit, PWDF_REMOVE_LOCK_OPTIONS Options);
NTKERNELAPI VOID NTAPI WdfDeviceInitSetRequestAttributes(PWDFDEVICE_INIT DeviceInit, PWDF_OBJECT_ATTRIBUTES RequestAttributes);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceMapIoSpace(WDFDEVICE Device, PHYSICAL_ADDRESS PhysicalAddress, SIZE_T NumberOfBytes, MEMORY_CACHING_TYPE CacheType, PVOID *PseudoBaseAddress);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceOpenDevicemapKey(WDFDEVICE Device, PCUNICODE_STRING KeyName, ACCESS_MASK DesiredAccess, PWDF_OBJECT_ATTRIBUTES KeyAttributes, WDFKEY *Key);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceOpenRegistryKey(WDFDEVICE Device, ULONG DeviceInstanceKeyType, ACCESS_MASK DesiredAccess, PWDF_OBJECT_ATTRIBUTES KeyAttributes, WDFKEY *Key);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceQueryInterfaceProperty(WDFDEVICE Device, PWDF_DEVICE_INTERFACE_PROPERTY_DATA PropertyData, ULONG BufferLength, PVOID PropertyBuffer, PULONG ResultLength, PDEVPROPTYPE Type);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceQueryProperty(WDFDEVICE Device, DEVICE_REGISTRY_PROPERTY DeviceProperty, ULONG BufferLength, PVOID PropertyBuffer, PULONG ResultLength);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceQueryPropertyEx(WDFDEVICE Device, PWDF_DEVICE_PROPERTY_DATA DeviceProperty, ULONG BufferLength, PVOID PropertyBuffer, PULONG RequiredSize, PDEVPROPTYPE Type);
NTKERNELAPI SIZE_T NTAPI WdfDeviceReadFromHardware(WDFDEVICE Device, WDF_DEVICE_HWACCESS_TARGET_TYPE Type, WDF_DEVICE_HWACCESS_TARGET_SIZE Size, PVOID TargetAddress, PVOID Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI WdfDeviceRemoveDependentUsageDeviceObject(WDFDEVICE Device, PDEVICE_OBJECT DependentDevice);
NTKERNELAPI VOID NTAPI WdfDeviceRemoveRemovalRelationsPhysicalDevice(WDFDEVICE Device, PDEVICE_OBJECT PhysicalDevice);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceRetrieveDeviceDirectoryString(WDFDEVICE Device, WDFSTRING String);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceRetrieveDeviceInterfaceString(WDFDEVICE Device, const GUID *InterfaceClassGUID, PCUNICODE_STRING ReferenceString, WDFSTRING String);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceRetrieveDeviceName(WDFDEVICE Device, WDFSTRING String);
NTKERNELAPI VOID NTAPI WdfDeviceSetAlignmentRequirement(WDFDEVICE Device, ULONG AlignmentRequirement);
NTKERNELAPI VOID NTAPI WdfDeviceSetBusInformationForChildren(WDFDEVICE Device, PPNP_BUS_INFORMATION BusInformation);
NTKERNELAPI VOID NTAPI WdfDeviceSetCharacteristics(WDFDEVICE Device, ULONG DeviceCharacteristics);
NTKERNELAPI VOID NTAPI WdfDeviceSetDeviceInterfaceState(WDFDEVICE Device, const GUID *InterfaceClassGUID, PCUNICODE_STRING ReferenceString, BOOLEAN IsInterfaceEnabled);
NTKERNELAPI VOID NTAPI WdfDeviceSetDeviceInterfaceStateEx(WDFDEVICE Device, const GUID *InterfaceClassGUID, PCUNICODE_STRING ReferenceString, BOOLEAN IsInterfaceEnabled);
NTKERNELAPI VOID NTAPI WdfDeviceSetDeviceState(WDFDEVICE Device, PWDF_DEVICE_STATE DeviceState);
NTKERNELAPI VOID NTAPI WdfDeviceSetFailed(WDFDEVICE Device, WDF_DEVICE_FAILED_ACTION FailedAction);
NTKERNELAPI VOID NTAPI WdfDeviceSetPnpCapabilities(WDFDEVICE Device, PWDF_DEVICE_PNP_CAPABILITIES PnpCapabilities);
NTKERNELAPI VOID NTAPI WdfDeviceSetPowerCapabilities(WDFDEVICE Device, PWDF_DEVICE_POWER_CAPABILITIES PowerCapabilities);
NTKERNELAPI VOID NTAPI WdfDeviceSetSpecialFileSupport(WDFDEVICE Device, WDF_SPECIAL_FILE_TYPE FileType, BOOLEAN FileTypeIsSupported);
NTKERNELAPI VOID NTAPI WdfDeviceSetStaticStopRemove(WDFDEVICE Device, BOOLEAN Stoppable);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceStopIdle(WDFDEVICE Device, BOOLEAN WaitForD0);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceStopIdleWithTag(WDFDEVICE Device, BOOLEAN WaitForD0, PVOID Tag);
NTKERNELAPI VOID NTAPI WdfDeviceUnmapIoSpace(WDFDEVICE Device, PVOID PseudoBaseAddress, SIZE_T NumberOfBytes);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceWdmAssignPowerFrameworkSettings(WDFDEVICE Device, PWDF_POWER_FRAMEWORK_SETTINGS PowerFrameworkSettings);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceWdmDispatchIrp(WDFDEVICE Device, PIRP Irp, WDFCONTEXT DispatchContext);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceWdmDispatchIrpToIoQueue(WDFDEVICE Device, PIRP Irp, WDFQUEUE Queue, ULONG Flags);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceWdmDispatchPreprocessedIrp(WDFDEVICE Device, PIRP Irp);
NTKERNELAPI PDEVICE_OBJECT NTAPI WdfDeviceWdmGetAttachedDevice(WDFDEVICE Device);
NTKERNELAPI PDEVICE_OBJECT NTAPI WdfDeviceWdmGetDeviceObject(WDFDEVICE Device);
NTKERNELAPI PDEVICE_OBJECT NTAPI WdfDeviceWdmGetPhysicalDevice(WDFDEVICE Device);
NTKERNELAPI VOID NTAPI WdfDeviceWriteToHardware(WDFDEVICE Device, WDF_DEVICE_HWACCESS_TARGET_TYPE Type, WDF_DEVICE_HWACCESS_TARGET_SIZE Size, PVOID TargetAddress, SIZE_T Value, PVOID Buffer, ULONG Count);
NTKERNELAPI BOOLEAN NTAPI WdfDevStateIsNP(ULONG State);
NTKERNELAPI ULONG NTAPI WdfDevStateNormalize(ULONG State);
NTKERNELAPI WDFDEVICE NTAPI WdfWdmDeviceGetWdfDeviceHandle(PDEVICE_OBJECT DeviceObject);
NTKERNELAPI VOID NTAPI WDF_DMA_ENABLER_CONFIG_INIT(PWDF_DMA_ENABLER_CONFIG Config, WDF_DMA_PROFILE Profile, size_t MaximumLength);
NTKERNELAPI VOID NTAPI WDF_DMA_SYSTEM_PROFILE_CONFIG_INIT(PWDF_DMA_SYSTEM_PROFILE_CONFIG DmaConfig, PHYSICAL_ADDRESS Address, DMA_WIDTH DmaWidth, PCM_PARTIAL_RESOURCE_DESCRIPTOR DmaDescriptor);
NTKERNELAPI NTSTATUS NTAPI WdfDmaEnablerConfigureSystemProfile(WDFDMAENABLER DmaEnabler, PWDF_DMA_SYSTEM_PROFILE_CONFIG ProfileConfig, WDF_DMA_DIRECTION ConfigDirection);
NTKERNELAPI NTSTATUS NTAPI WdfDmaEnablerCreate(WDFDEVICE Device, PWDF_DMA_ENABLER_CONFIG Config, PWDF_OBJECT_ATTRIBUTES Attributes, WDFDMAENABLER *DmaEnablerHandle);
NTKERNELAPI size_t NTAPI WdfDmaEnablerGetFragmentLength(WDFDMAENABLER DmaEnabler, WDF_DMA_DIRECTION DmaDirection);
NTKERNELAPI size_t NTAPI WdfDmaEnablerGetMaximumLength(WDFDMAENABLER DmaEnabler);
NTKERNELAPI size_t NTAPI WdfDmaEnablerGetMaximumScatterGatherElements(WDFDMAENABLER DmaEnabler);
NTKERNELAPI VOID NTAPI WdfDmaEnablerSetMaximumScatterGatherElements(WDFDMAENABLER DmaEnabler, size_t MaximumFragments);
NTKERNELAPI PDMA_ADAPTER NTAPI WdfDmaEnablerWdmGetDmaAdapter(WDFDMAENABLER DmaEnabler, WDF_DMA_DIRECTION DmaDirection);
NTKERNELAPI NTSTATUS NTAPI WdfDmaTransactionAllocateResources(WDFDMATRANSACTION DmaTransaction, WDF_DMA_DIRECTION DmaDirection, ULONG RequiredMapRegisters, PFN_WDF_RESERVE_DMA EvtReserveDmaFunction, PVOID EvtReserveDmaContext);
NTKERNELAPI BOOLEAN NTAPI WdfDmaTransactionCancel(WDFDMATRANSACTION DmaTransaction);
NTKERNELAPI NTSTATUS NTAPI WdfDmaTransactionCreate(WDFDMAENABLER DmaEnabler, PWDF_OBJECT_ATTRIBUTES Attributes, WDFDMATRANSACTION *DmaTransaction);
NTKERNELAPI BOOLEAN NTAPI WdfDmaTransactionDmaCompleted(WDFDMATRANSACTION DmaTransaction, NTSTATUS *Status);
NTKERNELAPI BOOLEAN NTAPI WdfDmaTransactionDmaCompletedFinal(WDFDMATRANSACTION DmaTransaction, size_t FinalTransferredLength, NTSTATUS *Status);
NTKERNELAPI BOOLEAN NTAPI WdfDmaTransactionDmaCompletedWithLength(WDFDMATRANSACTION DmaTransaction, size_t TransferredLength, NTSTATUS *Status);
NTKERNELAPI NTSTATUS NTAPI WdfDmaTransactionExecute(WDFDMATRANSACTION DmaTransaction, WDFCONTEXT Context);
NTKERNELAPI VOID NTAPI WdfDmaTransactionFreeResources(WDFDMATRANSACTION DmaTransaction);
NTKERNELAPI size_t NTAPI WdfDmaTransactionGetBytesTransferred(WDFDMATRANSACTION DmaTransaction);
NTKERNELAPI size_t NTAPI WdfDmaTransactionGetCurrentDmaTransferLength(WDFDMATRANSACTION DmaTransaction);
NTKERNELAPI WDFDEVICE NTAPI WdfDmaTransactionGetDevice(WDFDMATRANSACTION DmaTransaction);
NTKERNELAPI WDFREQUEST NTAPI WdfDmaTransactionGetRequest(WDFDMATRANSACTION DmaTransaction);
NTKERNELAPI VOID NTAPI WdfDmaTransactionGetTransferInfo(WDFDMATRANSACTION DmaTransaction, ULONG *MapRegisterCount, ULONG *ScatterGatherElementCount);
NTKERNELAPI NTSTATUS NTAPI WdfDmaTransactionInitialize(WDFDMATRANSACTION DmaTransaction, PFN_WDF_PROGRAM_DMA EvtProgramDmaFunction, WDF_DMA_DIRECTION DmaDirection, PMDL Mdl, PVOID VirtualAddress, size_t Length);
NTKERNELAPI NTSTATUS NTAPI WdfDmaTransactionInitializeUsingOffset(WDFDMATRANSACTION DmaTransaction, PFN_WDF_PROGRAM_DMA EvtProgramDmaFunction, WDF_DMA_DIRECTION DmaDirection, PMDL Mdl, size_t Offset, size_t Length);
NTKERNELAPI NTSTATUS NTAPI WdfDmaTransactionInitializeUsingRequest(WDFDMATRANSACTION DmaTransaction, WDFREQUEST Request, PFN_WDF_PROGRAM_DMA EvtProgramDmaFunction, WDF_DMA_DIRECTION DmaDirection);
NTKERNELAPI NTSTATUS NTAPI WdfDmaTransactionRelease(WDFDMATRANSACTION DmaTransaction);
NTKERNELAPI VOID NTAPI WdfDmaTransactionSetChannelConfigurationCallback(WDFDMATRANSACTION DmaTransaction, PFN_WDF_DMA_TRANSACTION_CONFIGURE_DMA_CHANNEL ConfigureRoutine, PVOID ConfigureContext);
NTKERNELAPI VOID NTAPI WdfDmaTransactionSetDeviceAddressOffset(WDFDMATRANSACTION DmaTransaction, ULONG Offset);
NTKERNELAPI VOID NTAPI WdfDmaTransactionSetImmediateExecution(WDFDMATRANSACTION DmaTransaction, BOOLEAN UseImmediateExecution);
NTKERNELAPI VOID NTAPI WdfDmaTransactionSetMaximumLength(WDFDMATRANSACTION DmaTransaction, size_t MaximumLength);
NTKERNELAPI VOID NTAPI WdfDmaTransactionSetSingleTransferRequirement(WDFDMATRANSACTION DmaTransaction, BOOLEAN RequireSingleTransfer);
NTKERNELAPI VOID NTAPI WdfDmaTransactionSetTransferCompleteCallback(WDFDMATRANSACTION DmaTransaction, PFN_WDF_DMA_TRANSACTION_DMA_TRANSFER_COMPLETE DmaCompletionRoutine, PVOID DmaCompletionContext);
NTKERNELAPI VOID NTAPI WdfDmaTransactionStopSystemTransfer(WDFDMATRANSACTION DmaTransaction);
NTKERNELAPI PVOID NTAPI WdfDmaTransactionWdmGetTransferContext(WDFDMATRANSACTION DmaTransaction);
NTKERNELAPI VOID NTAPI WDF_DPC_CONFIG_INIT(PWDF_DPC_CONFIG Config, PFN_WDF_DPC EvtDpcFunc);
NTKERNELAPI BOOLEAN NTAPI WdfDpcCancel(WDFDPC Dpc, BOOLEAN Wait);
NTKERNELAPI NTSTATUS NTAPI WdfDpcCreate(PWDF_DPC_CONFIG Config, PWDF_OBJECT_ATTRIBUTES Attributes, WDFDPC *Dpc);
NTKERNELAPI BOOLEAN NTAPI WdfDpcEnqueue(WDFDPC Dpc);
NTKERNELAPI WDFOBJECT NTAPI WdfDpcGetParentObject(WDFDPC Dpc);
NTKERNELAPI PKDPC NTAPI WdfDpcWdmGetDpc(WDFDPC Dpc);
NTKERNELAPI VOID NTAPI WDF_DRIVER_CONFIG_INIT(PWDF_DRIVER_CONFIG Config, PFN_WDF_DRIVER_DEVICE_ADD EvtDriverDeviceAdd);
NTKERNELAPI VOID NTAPI WDF_DRIVER_VERSION_AVAILABLE_PARAMS_INIT(PWDF_DRIVER_VERSION_AVAILABLE_PARAMS Params, ULONG MajorVersion, ULONG MinorVersion);
NTKERNELAPI NTSTATUS NTAPI WdfDriverCreate(PDRIVER_OBJECT DriverObject, PCUNICODE_STRING RegistryPath, PWDF_OBJECT_ATTRIBUTES DriverAttributes, PWDF_DRIVER_CONFIG DriverConfig, WDFDRIVER *Driver);
NTKERNELAPI NTSTATUS NTAPI WdfDriverErrorReportApiMissing(WDFDRIVER Driver, PCWSTR FrameworkExtensionName, ULONG ApiIndex, BOOLEAN DoesApiReturnNtstatus);
NTKERNELAPI PWSTR NTAPI WdfDriverGetRegistryPath(WDFDRIVER Driver);
NTKERNELAPI BOOLEAN NTAPI WdfDriverIsVersionAvailable(WDFDRIVER Driver, PWDF_DRIVER_VERSION_AVAILABLE_PARAMS VersionAvailableParams);
NTKERNELAPI NTSTATUS NTAPI WdfDriverOpenParametersRegistryKey(WDFDRIVER Driver, ACCESS_MASK DesiredAccess, PWDF_OBJECT_ATTRIBUTES KeyAttributes, WDFKEY *Key);
NTKERNELAPI NTSTATUS NTAPI WdfDriverOpenPersistentStateRegistryKey(WDFDRIVER Driver, ACCESS_MASK DesiredAccess, PWDF_OBJECT_ATTRIBUTES KeyAttributes, WDFKEY *Key);
NTKERNELAPI NTSTATUS NTAPI WdfDriverRetrieveDriverDataDirectoryString(WDFDRIVER Driver, WDFSTRING String);
NTKERNELAPI NTSTATUS NTAPI WdfDriverRetrieveVersionString(WDFDRIVER Driver, WDFSTRING String);
NTKERNELAPI PDRIVER_OBJECT NTAPI WdfDriverWdmGetDriverObject(WDFDRIVER Driver);
NTKERNELAPI WDFDRIVER NTAPI WdfGetDriver(VOID);
NTKERNELAPI WDFDRIVER NTAPI WdfWdmDriverGetWdfDriverHandle(PDRIVER_OBJECT DriverObject);
NTKERNELAPI VOID NTAPI WDF_FDO_EVENT_CALLBACKS_INIT(PWDF_FDO_EVENT_CALLBACKS Callbacks);
NTKERNELAPI NTSTATUS NTAPI WdfFdoAddStaticChild(WDFDEVICE Fdo, WDFDEVICE Child);
NTKERNELAPI WDFCHILDLIST NTAPI WdfFdoGetDefaultChildList(WDFDEVICE Fdo);
NTKERNELAPI NTSTATUS NTAPI WdfFdoInitAllocAndQueryProperty(PWDFDEVICE_INIT DeviceInit, DEVICE_REGISTRY_PROPERTY DeviceProperty, POOL_TYPE PoolType, PWDF_OBJECT_ATTRIBUTES PropertyMemoryAttributes, WDFMEMORY *PropertyMemory);
NTKERNELAPI NTSTATUS NTAPI WdfFdoInitAllocAndQueryPropertyEx(PWDFDEVICE_INIT DeviceInit, PWDF_DEVICE_PROPERTY_DATA DeviceProperty, POOL_TYPE PoolType, PWDF_OBJECT_ATTRIBUTES PropertyMemoryAttributes, WDFMEMORY *PropertyMemory, PDEVPROPTYPE Type);
NTKERNELAPI NTSTATUS NTAPI WdfFdoInitOpenRegistryKey(PWDFDEVICE_INIT DeviceInit, ULONG DeviceInstanceKeyType, ACCESS_MASK DesiredAccess, PWDF_OBJECT_ATTRIBUTES KeyAttributes, WDFKEY *Key);
NTKERNELAPI NTSTATUS NTAPI WdfFdoInitQueryProperty(PWDFDEVICE_INIT DeviceInit, DEVICE_REGISTRY_PROPERTY DeviceProperty, ULONG BufferLength, PVOID PropertyBuffer, PULONG ResultLength);
NTKERNELAPI NTSTATUS NTAPI WdfFdoInitQueryPropertyEx(PWDFDEVICE_INIT DeviceInit, PWDF_DEVICE_PROPERTY_DATA DeviceProperty, ULONG BufferLength, PVOID PropertyBuffer, PULONG ResultLength, PDEVPROPTYPE Type);
NTKERNELAPI VOID NTAPI WdfFdoInitSetDefaultChildListConfig(PWDFDEVICE_INIT DeviceInit, PWDF_CHILD_LIST_CONFIG Config, PWDF_OBJECT_ATTRIBUTES DefaultChildListAttributes);
NTKERNELAPI VOID NTAPI WdfFdoInitSetEventCallbacks(PWDFDEVICE_INIT DeviceInit, PWDF_FDO_EVENT_CALLBACKS FdoEventCallbacks);
NTKERNELAPI VOID NTAPI WdfFdoInitSetFilter(PWDFDEVICE_INIT DeviceInit);
NTKERNELAPI PDEVICE_OBJECT NTAPI WdfFdoInitWdmGetPhysicalDevice(PWDFDEVICE_INIT DeviceInit);
NTKERNELAPI VOID NTAPI WdfFdoLockStaticChildListForIteration(WDFDEVICE Fdo);
NTKERNELAPI NTSTATUS NTAPI WdfFdoQueryForInterface(WDFDEVICE Fdo, LPCGUID InterfaceType, PINTERFACE Interface, USHORT Size, USHORT Version, PVOID InterfaceSpecificData);
NTKERNELAPI WDFDEVICE NTAPI WdfFdoRetrieveNextStaticChild(WDFDEVICE Fdo, WDFDEVICE PreviousChild, ULONG Flags);
NTKERNELAPI VOID NTAPI WdfFdoUnlockStaticChildListFromIteration(WDFDEVICE Fdo);
NTKERNELAPI WDFDEVICE NTAPI WdfFileObjectGetDevice(WDFFILEOBJECT FileObject);
NTKERNELAPI PUNICODE_STRING NTAPI WdfFileObjectGetFileName(WDFFILEOBJECT FileObject);
NTKERNELAPI ULONG NTAPI WdfFileObjectGetFlags(WDFFILEOBJECT FileObject);
NTKERNELAPI ULONG NTAPI WdfFileObjectGetInitiatorProcessId(WDFFILEOBJECT FileObject);
NTKERNELAPI WDFFILEOBJECT NTAPI WdfFileObjectGetRelatedFileObject(WDFFILEOBJECT FileObject);
NTKERNELAPI PFILE_OBJECT NTAPI WdfFileObjectWdmGetFileObject(WDFFILEOBJECT FileObject);
NTKERNELAPI VOID NTAPI WDF_READ_PORT_BUFFER_UCHAR(WDFDEVICE Device, PUCHAR Port, PUCHAR Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI WDF_READ_PORT_BUFFER_ULONG(WDFDEVICE Device, PULONG Port, PULONG Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI WDF_READ_PORT_BUFFER_USHORT(WDFDEVICE Device, PUSHORT Port, PUSHORT Buffer, ULONG Count);
NTKERNELAPI UCHAR NTAPI WDF_READ_PORT_UCHAR(WDFDEVICE Device, PUCHAR Port);
NTKERNELAPI ULONG NTAPI WDF_READ_PORT_ULONG(WDFDEVICE Device, PULONG Port);
NTKERNELAPI USHORT NTAPI WDF_READ_PORT_USHORT(WDFDEVICE Device, PUSHORT Port);
NTKERNELAPI VOID NTAPI WDF_READ_REGISTER_BUFFER_UCHAR(WDFDEVICE Device, PUCHAR Register, PUCHAR Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI WDF_READ_REGISTER_BUFFER_ULONG(WDFDEVICE Device, PULONG Register, PULONG Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI WDF_READ_REGISTER_BUFFER_ULONG64(WDFDEVICE Device, PULONG64 Register, PULONG64 Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI WDF_READ_REGISTER_BUFFER_USHORT(WDFDEVICE Device, PUSHORT Register, PUSHORT Buffer, ULONG Count);
NTKERNELAPI UCHAR NTAPI WDF_READ_REGISTER_UCHAR(WDFDEVICE Device, PUCHAR Register);
NTKERNELAPI ULONG NTAPI WDF_READ_REGISTER_ULONG(WDFDEVICE Device, PULONG Register);
NTKERNELAPI ULONG64 NTAPI WDF_READ_REGISTER_ULONG64(WDFDEVICE Device, PULONG64 Register);
NTKERNELAPI USHORT NTAPI WDF_READ_REGISTER_USHORT(WDFDEVICE Device, PUSHORT Register);
NTKERNELAPI VOID NTAPI WDF_WRITE_PORT_BUFFER_UCHAR(WDFDEVICE Device, PUCHAR Port, PUCHAR Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI WDF_WRITE_PORT_BUFFER_ULONG(WDFDEVICE Device, PULONG Port, PULONG Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI WDF_WRITE_PORT_BUFFER_USHORT(WDFDEVICE Device, PUSHORT Port, PUSHORT Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI WDF_WRITE_PORT_UCHAR(WDFDEVICE Device, PUCHAR Port, UCHAR Value);
NTKERNELAPI VOID NTAPI WDF_WRITE_PORT_ULONG(WDFDEVICE Device, PULONG Port, ULONG Value);
NTKERNELAPI VOID NTAPI WDF_WRITE_PORT_USHORT(WDFDEVICE Device, PUSHORT Port, USHORT Value);
NTKERNELAPI VOID NTAPI WDF_WRITE_REGISTER_BUFFER_UCHAR(WDFDEVICE Device, PUCHAR Register, PUCHAR Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI WDF_WRITE_REGISTER_BUFFER_ULONG(WDFDEVICE Device, PULONG Register, PULONG Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI WDF_WRITE_REGISTER_BUFFER_ULONG64(WDFDEVICE Device, PULONG64 Register, PULONG64 Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI WDF_WRITE_REGISTER_BUFFER_USHORT(WDFDEVICE Device, PUSHORT Register, PUSHORT Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI WDF_WRITE_REGISTER_UCHAR(WDFDEVICE Device, PUCHAR Register, UCHAR Value);
NTKERNELAPI VOID NTAPI WDF_WRITE_REGISTER_ULONG(WDFDEVICE Device, PULONG Register, ULONG Value);
NTKERNELAPI VOID NTAPI WDF_WRITE_REGISTER_ULONG64(WDFDEVICE Device, PULONG64 Register, ULONG64 Value);
NTKERNELAPI VOID NTAPI WDF_WRITE_REGISTER_USHORT(WDFDEVICE Device, PUSHORT Register, USHORT Value);
NTKERNELAPI VOID NTAPI WDF_INTERRUPT_CONFIG_INIT(PWDF_INTERRUPT_CONFIG Configuration, PFN_WDF_INTERRUPT_ISR EvtInterruptIsr, PFN_WDF_INTERRUPT_DPC EvtInterruptDpc);
NTKERNELAPI VOID NTAPI WDF_INTERRUPT_EXTENDED_POLICY_INIT(PWDF_INTERRUPT_EXTENDED_POLICY ExtendedPolicy);
NTKERNELAPI VOID NTAPI WDF_INTERRUPT_INFO_INIT(PWDF_INTERRUPT_INFO Info);
NTKERNELAPI VOID NTAPI WdfInterruptAcquireLock(WDFINTERRUPT Interrupt);
NTKERNELAPI NTSTATUS NTAPI WdfInterruptCreate(WDFDEVICE Device, PWDF_INTERRUPT_CONFIG Configuration, PWDF_OBJECT_ATTRIBUTES Attributes, WDFINTERRUPT *Interrupt);
NTKERNELAPI VOID NTAPI WdfInterruptDisable(WDFINTERRUPT Interrupt);
NTKERNELAPI VOID NTAPI WdfInterruptEnable(WDFINTERRUPT Interrupt);
NTKERNELAPI WDFDEVICE NTAPI WdfInterruptGetDevice(WDFINTERRUPT Interrupt);
NTKERNELAPI VOID NTAPI WdfInterruptGetInfo(WDFINTERRUPT Interrupt, PWDF_INTERRUPT_INFO Info);
NTKERNELAPI BOOLEAN NTAPI WdfInterruptQueueDpcForIsr(WDFINTERRUPT Interrupt);
NTKERNELAPI BOOLEAN NTAPI WdfInterruptQueueWorkItemForIsr(WDFINTERRUPT Interrupt);
NTKERNELAPI VOID NTAPI WdfInterruptReleaseLock(WDFINTERRUPT Interrupt);
NTKERNELAPI VOID NTAPI WdfInterruptReportActive(WDFINTERRUPT Interrupt);
NTKERNELAPI VOID NTAPI WdfInterruptReportInactive(WDFINTERRUPT Interrupt);
NTKERNELAPI VOID NTAPI WdfInterruptSetExtendedPolicy(WDFINTERRUPT Interrupt, PWDF_INTERRUPT_EXTENDED_POLICY PolicyAndGroup);
NTKERNELAPI VOID NTAPI WdfInterruptSetPolicy(WDFINTERRUPT Interrupt, WDF_INTERRUPT_POLICY Policy, WDF_INTERRUPT_PRIORITY Priority, KAFFINITY TargetProcessorSet);
NTKERNELAPI BOOLEAN NTAPI WdfInterruptSynchronize(WDFINTERRUPT Interrupt, PFN_WDF_INTERRUPT_SYNCHRONIZE Callback, WDFCONTEXT Context);
NTKERNELAPI BOOLEAN NTAPI WdfInterruptTryToAcquireLock(WDFINTERRUPT Interrupt);
NTKERNELAPI PKINTERRUPT NTAPI WdfInterruptWdmGetInterrupt(WDFINTERRUPT Interrupt);
NTKERNELAPI VOID NTAPI WDF_IO_QUEUE_CONFIG_INIT(PWDF_IO_QUEUE_CONFIG Config, WDF_IO_QUEUE_DISPATCH_TYPE DispatchType);
NTKERNELAPI VOID NTAPI WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(PWDF_IO_QUEUE_CONFIG Config, WDF_IO_QUEUE_DISPATCH_TYPE DispatchType);
NTKERNELAPI BOOLEAN NTAPI WDF_IO_QUEUE_DRAINED(WDF_IO_QUEUE_STATE State);
NTKERNELAPI VOID NTAPI WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY_DEFAULT_INIT(PWDF_IO_QUEUE_FORWARD_PROGRESS_POLICY Policy, ULONG TotalForwardProgressRequests);
NTKERNELAPI VOID NTAPI WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY_EXAMINE_INIT(PWDF_IO_QUEUE_FORWARD_PROGRESS_POLICY Policy, ULONG TotalForwardProgressRequests, PFN_WDF_IO_WDM_IRP_FOR_FORWARD_PROGRESS EvtIoWdmIrpForForwardProgress);
NTKERNELAPI VOID NTAPI WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY_PAGINGIO_INIT(PWDF_IO_QUEUE_FORWARD_PROGRESS_POLICY Policy, ULONG TotalForwardProgressRequests);
NTKERNELAPI BOOLEAN NTAPI WDF_IO_QUEUE_IDLE(WDF_IO_QUEUE_STATE State);
NTKERNELAPI BOOLEAN NTAPI WDF_IO_QUEUE_PURGED(WDF_IO_QUEUE_STATE State);
NTKERNELAPI BOOLEAN NTAPI WDF_IO_QUEUE_READY(WDF_IO_QUEUE_STATE State);
NTKERNELAPI BOOLEAN NTAPI WDF_IO_QUEUE_STOPPED(WDF_IO_QUEUE_STATE State);
NTKERNELAPI NTSTATUS NTAPI WdfIoQueueAssignForwardProgressPolicy(WDFQUEUE Queue, PWDF_IO_QUEUE_FORWARD_PROGRESS_POLICY ForwardProgressPolicy);
NTKERNELAPI NTSTATUS NTAPI WdfIoQueueCreate(WDFDEVICE Device, PWDF_IO_QUEUE_CONFIG Config, PWDF_OBJECT_ATTRIBUTES QueueAttributes, WDFQUEUE *Queue);
NTKERNELAPI VOID NTAPI WdfIoQueueDrain(WDFQUEUE Queue, PFN_WDF_IO_QUEUE_STATE DrainComplete, WDFCONTEXT Context);
NTKERNELAPI VOID NTAPI WdfIoQueueDrainSynchronously(WDFQUEUE Queue);
NTKERNELAPI NTSTATUS NTAPI WdfIoQueueFindRequest(WDFQUEUE Queue, WDFREQUEST FoundRequest, WDFFILEOBJECT FileObject, PWDF_REQUEST_PARAMETERS Parameters, WDFREQUEST *OutRequest);
NTKERNELAPI WDFDEVICE NTAPI WdfIoQueueGetDevice(WDFQUEUE Queue);
NTKERNELAPI WDF_IO_QUEUE_STATE NTAPI WdfIoQueueGetState(WDFQUEUE Queue, PULONG QueueRequests, PULONG DriverRequests);
NTKERNELAPI VOID NTAPI WdfIoQueuePurge(WDFQUEUE Queue, PFN_WDF_IO_QUEUE_STATE PurgeComplete, WDFCONTEXT Context);
NTKERNELAPI VOID NTAPI WdfIoQueuePurgeSynchronously(WDFQUEUE Queue);
NTKERNELAPI NTSTATUS NTAPI WdfIoQueueReadyNotify(WDFQUEUE Queue, PFN_WDF_IO_QUEUE_STATE QueueReady, WDFCONTEXT Context);
NTKERNELAPI NTSTATUS NTAPI WdfIoQueueRetrieveFoundRequest(WDFQUEUE Queue, WDFREQUEST FoundRequest, WDFREQUEST *OutRequest);
NTKERNELAPI NTSTATUS NTAPI WdfIoQueueRetrieveNextRequest(WDFQUEUE Queue, WDFREQUEST *OutRequest);
NTKERNELAPI NTSTATUS NTAPI WdfIoQueueRetrieveRequestByFileObject(WDFQUEUE Queue, WDFFILEOBJECT FileObject, WDFREQUEST *OutRequest);
NTKERNELAPI VOID NTAPI WdfIoQueueStart(WDFQUEUE Queue);
NTKERNELAPI VOID NTAPI WdfIoQueueStop(WDFQUEUE Queue, PFN_WDF_IO_QUEUE_STATE StopComplete, WDFCONTEXT Context);
NTKERNELAPI VOID NTAPI WdfIoQueueStopAndPurge(WDFQUEUE Queue, PFN_WDF_IO_QUEUE_STATE StopAndPurgeComplete, WDFCONTEXT Context);
NTKERNELAPI VOID NTAPI WdfIoQueueStopAndPurgeSynchronously(WDFQUEUE Queue);
NTKERNELAPI VOID NTAPI WdfIoQueueStopSynchronously(WDFQUEUE Queue);
NTKERNELAPI VOID NTAPI WDF_IO_TARGET_OPEN_PARAMS_INIT_CREATE_BY_NAME(PWDF_IO_TARGET_OPEN_PARAMS Params, PCUNICODE_STRING TargetDeviceName, ACCESS_MASK DesiredAccess);
NTKERNELAPI VOID NTAPI WDF_IO_TARGET_OPEN_PARAMS_INIT_EXISTING_DEVICE(PWDF_IO_TARGET_OPEN_PARAMS Params, PDEVICE_OBJECT DeviceObject);
NTKERNELAPI VOID NTAPI WDF_IO_TARGET_OPEN_PARAMS_INIT_OPEN_BY_FILE(PWDF_IO_TARGET_OPEN_PARAMS Params, PCUNICODE_STRING FileName);
NTKERNELAPI VOID NTAPI WDF_IO_TARGET_OPEN_PARAMS_INIT_OPEN_BY_NAME(PWDF_IO_TARGET_OPEN_PARAMS Params, PCUNICODE_STRING TargetDeviceName, ACCESS_MASK DesiredAccess);
NTKERNELAPI VOID NTAPI WDF_IO_TARGET_OPEN_PARAMS_INIT_REOPEN(PWDF_IO_TARGET_OPEN_PARAMS Params);
NTKERNELAPI NTSTATUS NTAPI WdfIoTargetAllocAndQueryTargetProperty(WDFIOTARGET IoTarget, DEVICE_REGISTRY_PROPERTY DeviceProperty, POOL_TYPE PoolType, PWDF_OBJECT_ATTRIBUTES PropertyMemoryAttributes, WDFMEMORY *PropertyMemory);
NTKERNELAPI VOID NTAPI WdfIoTargetClose(WDFIOTARGET IoTarget);
NTKERNELAPI VOID NTAPI WdfIoTargetCloseForQueryRemove(WDFIOTARGET IoTarget);
NTKERNELAPI NTSTATUS NTAPI WdfIoTargetCreate(WDFDEVICE Device, PWDF_OBJECT_ATTRIBUTES IoTargetAttributes, WDFIOTARGET *IoTarget);
NTKERNELAPI NTSTATUS NTAPI WdfIoTargetFormatRequestForInternalIoctl(WDFIOTARGET IoTarget, WDFREQUEST Request, ULONG IoctlCode, WDFMEMORY InputBuffer, PWDFMEMORY_OFFSET InputBufferOffset, WDFMEMORY OutputBuffer, PWDFMEMORY_OFFSET OutputBufferOffset);
NTKERNELAPI NTSTATUS NTAPI WdfIoTargetFormatRequestForInternalIoctlOthers(WDFIOTARGET IoTarget, WDFREQUEST Request, ULONG IoctlCode, WDFMEMORY OtherArg1, PWDFMEMORY_OFFSET OtherArg1Offset, WDFMEMORY OtherArg2, PWDFMEMORY_OFFSET OtherArg2Offset, WDFMEMORY OtherArg4, PWDFMEMORY_OFFSET OtherArg4Offset);
NTKERNELAPI NTSTATUS NTAPI WdfIoTargetFormatRequestForIoctl(WDFIOTARGET IoTarget, WDFREQUEST Request, ULONG IoctlCode, WDFMEMORY InputBuffer, PWDFMEMORY_OFFSET InputBufferOffset, WDFMEMORY OutputBuffer, PWDFMEMORY_OFFSET OutputBufferOffset);
NTKERNELAPI NTSTATUS NTAPI WdfIoTargetFormatRequestForRead(WDFIOTARGET IoTarget, WDFREQUEST Request, WDFMEMORY OutputBuffer, PWDFMEMORY_OFFSET OutputBufferOffset, PLONGLONG DeviceOffset);
NTKERNELAPI NTSTATUS NTAPI WdfIoTargetFormatRequestForWrite(WDFIOTARGET IoTarget, WDFREQUEST Request, WDFMEMORY InputBuffer, PWDFMEMORY_OFFSET InputBufferOffset, PLONGLONG DeviceOffset);
NTKERNELAPI WDFDEVICE NTAPI WdfIoTargetGetDevice(WDFIOTARGET IoTarget);
NTKERNELAPI WDF_IO_TARGET_STATE NTAPI WdfIoTargetGetState(WDFIOTARGET IoTarget);
NTKERNELAPI NTSTATUS NTAPI WdfIoTargetOpen(WDFIOTARGET IoTarget, PWDF_IO_TARGET_OPEN_PARAMS OpenParams);
NTKERNELAPI VOID NTAPI WdfIoTargetPurge(WDFIOTARGET IoTarget, WDF_IO_TARGET_PURGE_IO_ACTION Action);
NTKERNELAPI NTSTATUS NTAPI WdfIoTargetQueryForInterface(WDFIOTARGET IoTarget, LPCGUID InterfaceType, PINTERFACE Interface, USHORT Size, USHORT Version, PVOID InterfaceSpecificData);
NTKERNELAPI NTSTATUS NTAPI WdfIoTargetQueryTargetProperty(WDFIOTARGET IoTarget, DEVICE_REGISTRY_PROPERTY DeviceProperty, ULONG BufferLength, PVOID PropertyBuffer, PULONG ResultLength);
NTKERNELAPI NTSTATUS NTAPI WdfIoTargetSendInternalIoctlOthersSynchronously(WDFIOTARGET IoTarget, WDFREQUEST Request, ULONG IoctlCode, PWDF_MEMORY_DESCRIPTOR OtherArg1, PWDF_MEMORY_DESCRIPTOR OtherArg2, PWDF_MEMORY_DESCRIPTOR OtherArg4, PWDF_REQUEST_SEND_OPTIONS RequestOptions, PULONG_PTR BytesReturned);
NTKERNELAPI NTSTATUS NTAPI WdfIoTargetSendInternalIoctlSynchronously(WDFIOTARGET IoTarget, WDFREQUEST Request, ULONG IoctlCode, PWDF_MEMORY_DESCRIPTOR InputBuffer, PWDF_MEMORY_DESCRIPTOR OutputBuffer, PWDF_REQUEST_SEND_OPTIONS RequestOptions, PULONG_PTR BytesReturned);
NTKERNELAPI NTSTATUS NTAPI WdfIoTargetSendIoctlSynchronously(WDFIOTARGET IoTarget, WDFREQUEST Request, ULONG IoctlCode, PWDF_MEMORY_DESCRIPTOR InputBuffer, PWDF_MEMORY_DESCRIPTOR OutputBuffer, PWDF_REQUEST_SEND_OPTIONS RequestOptions, PULONG_PTR BytesReturned);
NTKERNELAPI NTSTATUS NTAPI WdfIoTargetSendReadSynchronously(WDFIOTARGET IoTarget, WDFREQUEST Request, PWDF_MEMORY_DESCRIPTOR OutputBuffer, PLONGLONG DeviceOffset, PWDF_REQUEST_SEND_OPTIONS RequestOptions, PULONG_PTR BytesRead);
NTKERNELAPI NTSTATUS NTAPI WdfIoTargetSendWriteSynchronously(WDFIOTARGET IoTarget, WDFREQUEST Request, PWDF_MEMORY_DESCRIPTOR InputBuffer, PLONGLONG DeviceOffset, PWDF_REQUEST_SEND_OPTIONS RequestOptions, PULONG_PTR BytesWritten);
NTKERNELAPI NTSTATUS NTAPI WdfIoTargetStart(WDFIOTARGET IoTarget);
NTKERNELAPI VOID NTAPI WdfIoTargetStop(WDFIOTARGET IoTarget, WDF_IO_TARGET_SENT_IO_ACTION Action);
NTKERNELAPI PDEVICE_OBJECT NTAPI WdfIoTargetWdmGetTargetDeviceObject(WDFIOTARGET IoTarget);
NTKERNELAPI HANDLE NTAPI WdfIoTargetWdmGetTargetFileHandle(WDFIOTARGET IoTarget);
NTKERNELAPI PFILE_OBJECT NTAPI WdfIoTargetWdmGetTargetFileObject(WDFIOTARGET IoTarget);
NTKERNELAPI PDEVICE_OBJECT NTAPI WdfIoTargetWdmGetTargetPhysicalDevice(WDFIOTARGET IoTarget);
NTKERNELAPI VOID NTAPI WDF_MEMORY_DESCRIPTOR_INIT_BUFFER(PWDF_MEMORY_DESCRIPTOR Descriptor, PVOID Buffer, ULONG BufferLength);
NTKERNELAPI VOID NTAPI WDF_MEMORY_DESCRIPTOR_INIT_HANDLE(PWDF_MEMORY_DESCRIPTOR Descriptor, WDFMEMORY Memory, PWDFMEMORY_OFFSET Offsets);
NTKERNELAPI VOID NTAPI WDF_MEMORY_DESCRIPTOR_INIT_MDL(PWDF_MEMORY_DESCRIPTOR Descriptor, PMDL Mdl, ULONG BufferLength);
NTKERNELAPI NTSTATUS NTAPI WdfLookasideListCreate(PWDF_OBJECT_ATTRIBUTES LookasideAttributes, size_t BufferSize, POOL_TYPE PoolType, PWDF_OBJECT_ATTRIBUTES MemoryAttributes, ULONG PoolTag, WDFLOOKASIDE *Lookaside);
NTKERNELAPI NTSTATUS NTAPI WdfMemoryAssignBuffer(WDFMEMORY Memory, PVOID Buffer, size_t BufferSize);
NTKERNELAPI NTSTATUS NTAPI WdfMemoryCopyFromBuffer(WDFMEMORY DestinationMemory, size_t DestinationOffset, PVOID Buffer, size_t NumBytesToCopyFrom);
NTKERNELAPI NTSTATUS NTAPI WdfMemoryCopyToBuffer(WDFMEMORY SourceMemory, size_t SourceOffset, PVOID Buffer, size_t NumBytesToCopyTo);
NTKERNELAPI NTSTATUS NTAPI WdfMemoryCreate(PWDF_OBJECT_ATTRIBUTES Attributes, POOL_TYPE PoolType, ULONG PoolTag, size_t BufferSize, WDFMEMORY *Memory, PVOID *Buffer);
NTKERNELAPI NTSTATUS NTAPI WdfMemoryCreateFromLookaside(WDFLOOKASIDE Lookaside, WDFMEMORY *Memory);
NTKERNELAPI NTSTATUS NTAPI WdfMemoryCreatePreallocated(PWDF_OBJECT_ATTRIBUTES Attributes, PVOID Buffer, size_t BufferSize, WDFMEMORY *Memory);
NTKERNELAPI PVOID NTAPI WdfMemoryGetBuffer(WDFMEMORY Memory, size_t *BufferSize);
NTKERNELAPI VOID NTAPI WDF_OBJECT_ATTRIBUTES_INIT(PWDF_OBJECT_ATTRIBUTES Attributes);
NTKERNELAPI NTSTATUS NTAPI WdfObjectAllocateContext(WDFOBJECT Handle, PWDF_OBJECT_ATTRIBUTES ContextAttributes, PVOID *Context);
NTKERNELAPI WDFOBJECT NTAPI WdfObjectContextGetObject(PVOID ContextPointer);
NTKERNELAPI NTSTATUS NTAPI WdfObjectCreate(PWDF_OBJECT_ATTRIBUTES Attributes, WDFOBJECT *Object);
NTKERNELAPI VOID NTAPI WdfObjectDelete(WDFOBJECT Object);
NTKERNELAPI VOID NTAPI WdfObjectDereferenceActual(WDFOBJECT Handle, PVOID Tag, LONG Line, PCCH File);
NTKERNELAPI PVOID NTAPI WdfObjectGetTypedContextWorker(WDFOBJECT Handle, PCWDF_OBJECT_CONTEXT_TYPE_INFO TypeInfo);
NTKERNELAPI NTSTATUS NTAPI WdfObjectQuery(WDFOBJECT Object, const GUID *Guid, ULONG QueryBufferLength, PVOID QueryBuffer);
NTKERNELAPI VOID NTAPI WdfObjectReferenceActual(WDFOBJECT Handle, PVOID Tag, LONG Line, PCCH File);
NTKERNELAPI VOID NTAPI WDF_PDO_EVENT_CALLBACKS_INIT(PWDF_PDO_EVENT_CALLBACKS Callbacks);
NTKERNELAPI NTSTATUS NTAPI WdfPdoAddEjectionRelationsPhysicalDevice(WDFDEVICE Device, PDEVICE_OBJECT PhysicalDevice);
NTKERNELAPI VOID NTAPI WdfPdoClearEjectionRelationsDevices(WDFDEVICE Device);
NTKERNELAPI WDFDEVICE NTAPI WdfPdoGetParent(WDFDEVICE Device);
NTKERNELAPI NTSTATUS NTAPI WdfPdoInitAddCompatibleID(PWDFDEVICE_INIT DeviceInit, PCUNICODE_STRING CompatibleID);
NTKERNELAPI NTSTATUS NTAPI WdfPdoInitAddDeviceText(PWDFDEVICE_INIT DeviceInit, PCUNICODE_STRING DeviceDescription, PCUNICODE_STRING DeviceLocation, LCID LocaleId);
NTKERNELAPI NTSTATUS NTAPI WdfPdoInitAddHardwareID(PWDFDEVICE_INIT DeviceInit, PCUNICODE_STRING HardwareID);
NTKERNELAPI PWDFDEVICE_INIT NTAPI WdfPdoInitAllocate(WDFDEVICE ParentDevice);
NTKERNELAPI VOID NTAPI WdfPdoInitAllowForwardingRequestToParent(PWDFDEVICE_INIT DeviceInit);
NTKERNELAPI NTSTATUS NTAPI WdfPdoInitAssignContainerID(PWDFDEVICE_INIT DeviceInit, PCUNICODE_STRING ContainerID);
NTKERNELAPI NTSTATUS NTAPI WdfPdoInitAssignDeviceID(PWDFDEVICE_INIT DeviceInit, PCUNICODE_STRING DeviceID);
NTKERNELAPI NTSTATUS NTAPI WdfPdoInitAssignInstanceID(PWDFDEVICE_INIT DeviceInit, PCUNICODE_STRING InstanceID);
NTKERNELAPI NTSTATUS NTAPI WdfPdoInitAssignRawDevice(PWDFDEVICE_INIT DeviceInit, const GUID *DeviceClassGuid);
NTKERNELAPI VOID NTAPI WdfPdoInitRemovePowerDependencyOnParent(PWDFDEVICE_INIT DeviceInit);
NTKERNELAPI VOID NTAPI WdfPdoInitSetDefaultLocale(PWDFDEVICE_INIT DeviceInit, LCID LocaleId);
NTKERNELAPI VOID NTAPI WdfPdoInitSetEventCallbacks(PWDFDEVICE_INIT DeviceInit, PWDF_PDO_EVENT_CALLBACKS DispatchTable);
NTKERNELAPI NTSTATUS NTAPI WdfPdoMarkMissing(WDFDEVICE Device);
NTKERNELAPI VOID NTAPI WdfPdoRemoveEjectionRelationsPhysicalDevice(WDFDEVICE Device, PDEVICE_OBJECT PhysicalDevice);
NTKERNELAPI VOID NTAPI WdfPdoRequestEject(WDFDEVICE Device);
NTKERNELAPI NTSTATUS NTAPI WdfPdoRetrieveAddressDescription(WDFDEVICE Device, PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER AddressDescription);
NTKERNELAPI NTSTATUS NTAPI WdfPdoRetrieveIdentificationDescription(WDFDEVICE Device, PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER IdentificationDescription);
NTKERNELAPI NTSTATUS NTAPI WdfPdoUpdateAddressDescription(WDFDEVICE Device, PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER AddressDescription);
NTKERNELAPI VOID NTAPI WDF_QUERY_INTERFACE_CONFIG_INIT(PWDF_QUERY_INTERFACE_CONFIG InterfaceConfig, PINTERFACE Interface, const GUID *InterfaceType, PFN_WDF_DEVICE_PROCESS_QUERY_INTERFACE_REQUEST EvtDeviceProcessQueryInterfaceRequest);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceAddQueryInterface(WDFDEVICE Device, PWDF_QUERY_INTERFACE_CONFIG InterfaceConfig);
NTKERNELAPI VOID NTAPI WdfDeviceInterfaceDereferenceNoOp(PVOID Context);
NTKERNELAPI VOID NTAPI WdfDeviceInterfaceReferenceNoOp(PVOID Context);
NTKERNELAPI NTSTATUS NTAPI WdfRegistryAssignMemory(WDFKEY Key, PCUNICODE_STRING ValueName, ULONG ValueType, WDFMEMORY Memory, PWDFMEMORY_OFFSET MemoryOffsets);
NTKERNELAPI NTSTATUS NTAPI WdfRegistryAssignMultiString(WDFKEY Key, PCUNICODE_STRING ValueName, WDFCOLLECTION StringsCollection);
NTKERNELAPI NTSTATUS NTAPI WdfRegistryAssignString(WDFKEY Key, PCUNICODE_STRING ValueName, WDFSTRING String);
NTKERNELAPI NTSTATUS NTAPI WdfRegistryAssignULong(WDFKEY Key, PCUNICODE_STRING ValueName, ULONG Value);
NTKERNELAPI NTSTATUS NTAPI WdfRegistryAssignUnicodeString(WDFKEY Key, PCUNICODE_STRING ValueName, PCUNICODE_STRING Value);
NTKERNELAPI NTSTATUS NTAPI WdfRegistryAssignValue(WDFKEY Key, PCUNICODE_STRING ValueName, ULONG ValueType, ULONG ValueLength, PVOID Value);
NTKERNELAPI VOID NTAPI WdfRegistryClose(WDFKEY Key);
NTKERNELAPI NTSTATUS NTAPI WdfRegistryCreateKey(WDFKEY ParentKey, PCUNICODE_STRING KeyName, ACCESS_MASK DesiredAccess, ULONG CreateOptions, PULONG CreateDisposition, PWDF_OBJECT_ATTRIBUTES KeyAttributes, WDFKEY *Key);
NTKERNELAPI NTSTATUS NTAPI WdfRegistryOpenKey(WDFKEY ParentKey, PCUNICODE_STRING KeyName, ACCESS_MASK DesiredAccess, PWDF_OBJECT_ATTRIBUTES KeyAttributes, WDFKEY *Key);
NTKERNELAPI NTSTATUS NTAPI WdfRegistryQueryMemory(WDFKEY Key, PCUNICODE_STRING ValueName, POOL_TYPE PoolType, PWDF_OBJECT_ATTRIBUTES MemoryAttributes, WDFMEMORY *Memory, PULONG ValueType);
NTKERNELAPI NTSTATUS NTAPI WdfRegistryQueryMultiString(WDFKEY Key, PCUNICODE_STRING ValueName, PWDF_OBJECT_ATTRIBUTES StringsAttributes, WDFCOLLECTION Collection);
NTKERNELAPI NTSTATUS NTAPI WdfRegistryQueryString(WDFKEY Key, PCUNICODE_STRING ValueName, WDFSTRING String);
NTKERNELAPI NTSTATUS NTAPI WdfRegistryQueryULong(WDFKEY Key, PCUNICODE_STRING ValueName, PULONG Value);
NTKERNELAPI NTSTATUS NTAPI WdfRegistryQueryUnicodeString(WDFKEY Key, PCUNICODE_STRING ValueName, PUSHORT ValueByteLength, PUNICODE_STRING Value);
NTKERNELAPI NTSTATUS NTAPI WdfRegistryQueryValue(WDFKEY Key, PCUNICODE_STRING ValueName, ULONG ValueLength, PVOID Value, PULONG ValueLengthQueried, PULONG ValueType);
NTKERNELAPI NTSTATUS NTAPI WdfRegistryRemoveKey(WDFKEY Key);
NTKERNELAPI NTSTATUS NTAPI WdfRegistryRemoveValue(WDFKEY Key, PCUNICODE_STRING ValueName);
NTKERNELAPI HANDLE NTAPI WdfRegistryWdmGetHandle(WDFKEY Key);
NTKERNELAPI VOID NTAPI WDF_REQUEST_FORWARD_OPTIONS_INIT(PWDF_REQUEST_FORWARD_OPTIONS ForwardOptions);
NTKERNELAPI VOID NTAPI WDF_REQUEST_PARAMETERS_INIT(PWDF_REQUEST_PARAMETERS Parameters);
NTKERNELAPI VOID NTAPI WDF_REQUEST_REUSE_PARAMS_INIT(PWDF_REQUEST_REUSE_PARAMS Params, ULONG Flags, NTSTATUS Status);
NTKERNELAPI VOID NTAPI WDF_REQUEST_REUSE_PARAMS_SET_NEW_IRP(PWDF_REQUEST_REUSE_PARAMS Params, PIRP NewIrp);
NTKERNELAPI VOID NTAPI WDF_REQUEST_SEND_OPTIONS_INIT(PWDF_REQUEST_SEND_OPTIONS Options, ULONG Flags);
NTKERNELAPI VOID NTAPI WDF_REQUEST_SEND_OPTIONS_SET_TIMEOUT(PWDF_REQUEST_SEND_OPTIONS Options, LONGLONG Timeout);
NTKERNELAPI NTSTATUS NTAPI WdfRequestAllocateTimer(WDFREQUEST Request);
NTKERNELAPI BOOLEAN NTAPI WdfRequestCancelSentRequest(WDFREQUEST Request);
NTKERNELAPI NTSTATUS NTAPI WdfRequestChangeTarget(WDFREQUEST Request, WDFIOTARGET IoTarget);
NTKERNELAPI VOID NTAPI WdfRequestComplete(WDFREQUEST Request, NTSTATUS Status);
NTKERNELAPI VOID NTAPI WdfRequestCompleteWithInformation(WDFREQUEST Request, NTSTATUS Status, ULONG_PTR Information);
NTKERNELAPI VOID NTAPI WdfRequestCompleteWithPriorityBoost(WDFREQUEST Request, NTSTATUS Status, CCHAR PriorityBoost);
NTKERNELAPI NTSTATUS NTAPI WdfRequestCreate(PWDF_OBJECT_ATTRIBUTES RequestAttributes, WDFIOTARGET IoTarget, WDFREQUEST *Request);
NTKERNELAPI NTSTATUS NTAPI WdfRequestCreateFromIrp(PWDF_OBJECT_ATTRIBUTES RequestAttributes, PIRP Irp, BOOLEAN RequestFreesIrp, WDFREQUEST *Request);
NTKERNELAPI VOID NTAPI WdfRequestFormatRequestUsingCurrentType(WDFREQUEST Request);
NTKERNELAPI NTSTATUS NTAPI WdfRequestForwardToIoQueue(WDFREQUEST Request, WDFQUEUE DestinationQueue);
NTKERNELAPI NTSTATUS NTAPI WdfRequestForwardToParentDeviceIoQueue(WDFREQUEST Request, WDFQUEUE ParentDeviceQueue, PWDF_REQUEST_FORWARD_OPTIONS ForwardOptions);
NTKERNELAPI WDF_DEVICE_IO_TYPE NTAPI WdfRequestGetEffectiveIoType(WDFREQUEST Request);
NTKERNELAPI WDFFILEOBJECT NTAPI WdfRequestGetFileObject(WDFREQUEST Request);
NTKERNELAPI ULONG_PTR NTAPI WdfRequestGetInformation(WDFREQUEST Request);
NTKERNELAPI WDFQUEUE NTAPI WdfRequestGetIoQueue(WDFREQUEST Request);
NTKERNELAPI VOID NTAPI WdfRequestGetParameters(WDFREQUEST Request, PWDF_REQUEST_PARAMETERS Parameters);
NTKERNELAPI KPROCESSOR_MODE NTAPI WdfRequestGetRequestorMode(WDFREQUEST Request);
NTKERNELAPI ULONG NTAPI WdfRequestGetRequestorProcessId(WDFREQUEST Request);
NTKERNELAPI NTSTATUS NTAPI WdfRequestGetStatus(WDFREQUEST Request);
NTKERNELAPI BOOLEAN NTAPI WdfRequestGetUserModeDriverInitiatedIo(WDFREQUEST Request);
NTKERNELAPI NTSTATUS NTAPI WdfRequestImpersonate(WDFREQUEST Request, SECURITY_IMPERSONATION_LEVEL ImpersonationLevel, PFN_WDF_REQUEST_IMPERSONATE EvtRequestImpersonate, PVOID Context);
NTKERNELAPI BOOLEAN NTAPI WdfRequestIsCanceled(WDFREQUEST Request);
NTKERNELAPI BOOLEAN NTAPI WdfRequestIsFrom32BitProcess(WDFREQUEST Request);
NTKERNELAPI BOOLEAN NTAPI WdfRequestIsFromUserModeDriver(WDFREQUEST Request);
NTKERNELAPI BOOLEAN NTAPI WdfRequestIsReserved(WDFREQUEST Request);
NTKERNELAPI VOID NTAPI WdfRequestMarkCancelable(WDFREQUEST Request, PFN_WDF_REQUEST_CANCEL EvtRequestCancel);
NTKERNELAPI NTSTATUS NTAPI WdfRequestMarkCancelableEx(WDFREQUEST Request, PFN_WDF_REQUEST_CANCEL EvtRequestCancel);
NTKERNELAPI NTSTATUS NTAPI WdfRequestProbeAndLockUserBufferForRead(WDFREQUEST Request, PVOID Buffer, size_t Length, WDFMEMORY *MemoryObject);
NTKERNELAPI NTSTATUS NTAPI WdfRequestProbeAndLockUserBufferForWrite(WDFREQUEST Request, PVOID Buffer, size_t Length, WDFMEMORY *MemoryObject);
NTKERNELAPI NTSTATUS NTAPI WdfRequestRequeue(WDFREQUEST Request);
NTKERNELAPI NTSTATUS NTAPI WdfRequestRetrieveActivityId(WDFREQUEST Request, LPGUID ActivityId);
NTKERNELAPI NTSTATUS NTAPI WdfRequestRetrieveInputBuffer(WDFREQUEST Request, size_t MinimumRequiredLength, PVOID *Buffer, size_t *Length);
NTKERNELAPI NTSTATUS NTAPI WdfRequestRetrieveInputMemory(WDFREQUEST Request, WDFMEMORY *Memory);
NTKERNELAPI NTSTATUS NTAPI WdfRequestRetrieveInputWdmMdl(WDFREQUEST Request, PMDL *Mdl);
NTKERNELAPI NTSTATUS NTAPI WdfRequestRetrieveOutputBuffer(WDFREQUEST Request, size_t MinimumRequiredSize, PVOID *Buffer, size_t *Length);
NTKERNELAPI NTSTATUS NTAPI WdfRequestRetrieveOutputMemory(WDFREQUEST Request, WDFMEMORY *Memory);
NTKERNELAPI NTSTATUS NTAPI WdfRequestRetrieveOutputWdmMdl(WDFREQUEST Request, PMDL *Mdl);
NTKERNELAPI NTSTATUS NTAPI WdfRequestRetrieveUnsafeUserInputBuffer(WDFREQUEST Request, size_t MinimumRequiredLength, PVOID *InputBuffer, size_t *Length);
NTKERNELAPI NTSTATUS NTAPI WdfRequestRetrieveUnsafeUserOutputBuffer(WDFREQUEST Request, size_t MinimumRequiredLength, PVOID *OutputBuffer, size_t *Length);
NTKERNELAPI NTSTATUS NTAPI WdfRequestReuse(WDFREQUEST Request, PWDF_REQUEST_REUSE_PARAMS ReuseParams);
NTKERNELAPI BOOLEAN NTAPI WdfRequestSend(WDFREQUEST Request, WDFIOTARGET Target, PWDF_REQUEST_SEND_OPTIONS Options);
NTKERNELAPI VOID NTAPI WdfRequestSetActivityId(WDFREQUEST Request, LPGUID ActivityId);
NTKERNELAPI VOID NTAPI WdfRequestSetInformation(WDFREQUEST Request, ULONG_PTR Information);
NTKERNELAPI VOID NTAPI WdfRequestSetUserModeDriverInitiatedIo(WDFREQUEST Request, BOOLEAN IsUserModeDriverInitiated);
NTKERNELAPI VOID NTAPI WdfRequestStopAcknowledge(WDFREQUEST Request, BOOLEAN Requeue);
NTKERNELAPI NTSTATUS NTAPI WdfRequestUnmarkCancelable(WDFREQUEST Request);
NTKERNELAPI VOID NTAPI WdfRequestWdmFormatUsingStackLocation(WDFREQUEST Request, PIO_STACK_LOCATION Stack);
NTKERNELAPI PIRP NTAPI WdfRequestWdmGetIrp(WDFREQUEST Request);
NTKERNELAPI NTSTATUS NTAPI WdfCmResourceListAppendDescriptor(WDFCMRESLIST List, PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor);
NTKERNELAPI ULONG NTAPI WdfCmResourceListGetCount(WDFCMRESLIST List);
NTKERNELAPI PCM_PARTIAL_RESOURCE_DESCRIPTOR NTAPI WdfCmResourceListGetDescriptor(WDFCMRESLIST List, ULONG Index);
NTKERNELAPI NTSTATUS NTAPI WdfCmResourceListInsertDescriptor(WDFCMRESLIST List, PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor, ULONG Index);
NTKERNELAPI VOID NTAPI WdfCmResourceListRemove(WDFCMRESLIST List, ULONG Index);
NTKERNELAPI VOID NTAPI WdfCmResourceListRemoveByDescriptor(WDFCMRESLIST List, PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor);
NTKERNELAPI NTSTATUS NTAPI WdfIoResourceListAppendDescriptor(WDFIORESLIST ResourceList, PIO_RESOURCE_DESCRIPTOR Descriptor);
NTKERNELAPI NTSTATUS NTAPI WdfIoResourceListCreate(WDFIORESREQLIST RequirementsList, PWDF_OBJECT_ATTRIBUTES Attributes, WDFIORESLIST *ResourceList);
NTKERNELAPI ULONG NTAPI WdfIoResourceListGetCount(WDFIORESLIST ResourceList);
NTKERNELAPI PIO_RESOURCE_DESCRIPTOR NTAPI WdfIoResourceListGetDescriptor(WDFIORESLIST ResourceList, ULONG Index);
NTKERNELAPI NTSTATUS NTAPI WdfIoResourceListInsertDescriptor(WDFIORESLIST ResourceList, PIO_RESOURCE_DESCRIPTOR Descriptor, ULONG Index);
NTKERNELAPI VOID NTAPI WdfIoResourceListRemove(WDFIORESLIST ResourceList, ULONG Index);
NTKERNELAPI VOID NTAPI WdfIoResourceListRemoveByDescriptor(WDFIORESLIST ResourceList, PIO_RESOURCE_DESCRIPTOR Descriptor);
NTKERNELAPI VOID NTAPI WdfIoResourceListUpdateDescriptor(WDFIORESLIST ResourceList, PIO_RESOURCE_DESCRIPTOR Descriptor, ULONG Index);
NTKERNELAPI NTSTATUS NTAPI WdfIoResourceRequirementsListAppendIoResList(WDFIORESREQLIST RequirementsList, WDFIORESLIST IoResList);
NTKERNELAPI ULONG NTAPI WdfIoResourceRequirementsListGetCount(WDFIORESREQLIST RequirementsList);
NTKERNELAPI WDFIORESLIST NTAPI WdfIoResourceRequirementsListGetIoResList(WDFIORESREQLIST RequirementsList, ULONG Index);
NTKERNELAPI NTSTATUS NTAPI WdfIoResourceRequirementsListInsertIoResList(WDFIORESREQLIST RequirementsList, WDFIORESLIST IoResList, ULONG Index);
NTKERNELAPI VOID NTAPI WdfIoResourceRequirementsListRemove(WDFIORESREQLIST RequirementsList, ULONG Index);
NTKERNELAPI VOID NTAPI WdfIoResourceRequirementsListRemoveByIoResList(WDFIORESREQLIST RequirementsList, WDFIORESLIST IoResList);
NTKERNELAPI VOID NTAPI WdfIoResourceRequirementsListSetInterfaceType(WDFIORESREQLIST RequirementsList, INTERFACE_TYPE InterfaceType);
NTKERNELAPI VOID NTAPI WdfIoResourceRequirementsListSetSlotNumber(WDFIORESREQLIST RequirementsList, ULONG SlotNumber);
NTKERNELAPI NTSTATUS NTAPI WdfStringCreate(PCUNICODE_STRING UnicodeString, PWDF_OBJECT_ATTRIBUTES StringAttributes, WDFSTRING *String);
NTKERNELAPI VOID NTAPI WdfStringGetUnicodeString(WDFSTRING String, PUNICODE_STRING UnicodeString);
NTKERNELAPI VOID NTAPI WdfObjectAcquireLock(WDFOBJECT Object);
NTKERNELAPI VOID NTAPI WdfObjectReleaseLock(WDFOBJECT Object);
NTKERNELAPI VOID NTAPI WdfSpinLockAcquire(WDFSPINLOCK SpinLock);
NTKERNELAPI NTSTATUS NTAPI WdfSpinLockCreate(PWDF_OBJECT_ATTRIBUTES SpinLockAttributes, WDFSPINLOCK *SpinLock);
NTKERNELAPI VOID NTAPI WdfSpinLockRelease(WDFSPINLOCK SpinLock);
NTKERNELAPI NTSTATUS NTAPI WdfWaitLockAcquire(WDFWAITLOCK Lock, PLONGLONG Timeout);
NTKERNELAPI NTSTATUS NTAPI WdfWaitLockCreate(PWDF_OBJECT_ATTRIBUTES LockAttributes, WDFWAITLOCK *Lock);
NTKERNELAPI VOID NTAPI WdfWaitLockRelease(WDFWAITLOCK Lock);
NTKERNELAPI VOID NTAPI WDF_TIMER_CONFIG_INIT(PWDF_TIMER_CONFIG Config, PFN_WDF_TIMER EvtTimerFunc);
NTKERNELAPI VOID NTAPI WDF_TIMER_CONFIG_INIT_PERIODIC(PWDF_TIMER_CONFIG Config, PFN_WDF_TIMER EvtTimerFunc, LONG Period);
NTKERNELAPI NTSTATUS NTAPI WdfTimerCreate(PWDF_TIMER_CONFIG Config, PWDF_OBJECT_ATTRIBUTES Attributes, WDFTIMER *Timer);
NTKERNELAPI WDFOBJECT NTAPI WdfTimerGetParentObject(WDFTIMER Timer);
NTKERNELAPI BOOLEAN NTAPI WdfTimerStart(WDFTIMER Timer, LONGLONG DueTime);
NTKERNELAPI BOOLEAN NTAPI WdfTimerStop(WDFTIMER Timer, BOOLEAN Wait);
NTKERNELAPI VOID NTAPI WDF_WORKITEM_CONFIG_INIT(PWDF_WORKITEM_CONFIG Config, PFN_WDF_WORKITEM EvtWorkItemFunc);
NTKERNELAPI NTSTATUS NTAPI WdfWorkItemCreate(PWDF_WORKITEM_CONFIG Config, PWDF_OBJECT_ATTRIBUTES Attributes, WDFWORKITEM *WorkItem);
NTKERNELAPI VOID NTAPI WdfWorkItemEnqueue(WDFWORKITEM WorkItem);
NTKERNELAPI VOID NTAPI WdfWorkItemFlush(WDFWORKITEM WorkItem);
NTKERNELAPI WDFOBJECT NTAPI WdfWorkItemGetParentObject(WDFWORKITEM WorkItem);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceInitRegisterPnpStateChangeCallback(PWDFDEVICE_INIT DeviceInit, WDF_DEVICE_PNP_STATE PnpState, PFN_WDF_DEVICE_PNP_STATE_CHANGE_NOTIFICATION EvtDevicePnpStateChange, ULONG CallbackTypes);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceInitRegisterPowerPolicyStateChangeCallback(PWDFDEVICE_INIT DeviceInit, WDF_DEVICE_POWER_POLICY_STATE PowerPolicyState, PFN_WDF_DEVICE_POWER_POLICY_STATE_CHANGE_NOTIFICATION EvtDevicePowerPolicyStateChange, ULONG CallbackTypes);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceInitRegisterPowerStateChangeCallback(PWDFDEVICE_INIT DeviceInit, WDF_DEVICE_POWER_STATE PowerState, PFN_WDF_DEVICE_POWER_STATE_CHANGE_NOTIFICATION EvtDevicePowerStateChange, ULONG CallbackTypes);
NTKERNELAPI VOID NTAPI WdfDeviceInitSetDeviceType(PWDFDEVICE_INIT DeviceInit, DEVICE_TYPE DeviceType);
NTKERNELAPI NTSTATUS NTAPI WdfDevicePostEvent(WDFDEVICE Device, REFGUID EventGuid, WDF_EVENT_TYPE WdfEventType, BYTE *Data, ULONG DataSizeCb);
NTKERNELAPI void NTAPI WdfDeviceResumeIdle(WDFDEVICE Device);
NTKERNELAPI void NTAPI WdfDeviceResumeIdleWithTag(WDFDEVICE Device, PVOID Tag);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceRetrieveCompanionTarget(WDFDEVICE Device, WDFCOMPANIONTARGET *CompanionTarget);
NTKERNELAPI VOID NTAPI WDF_REQUEST_COMPLETION_PARAMS_INIT(PWDF_REQUEST_COMPLETION_PARAMS Params);
NTKERNELAPI VOID NTAPI WdfRequestGetCompletionParams(WDFREQUEST Request, PWDF_REQUEST_COMPLETION_PARAMS Params);
NTKERNELAPI VOID NTAPI WdfRequestSetCompletionRoutine(WDFREQUEST Request, PFN_WDF_REQUEST_COMPLETION_ROUTINE CompletionRoutine, WDFCONTEXT CompletionContext);
NTKERNELAPI NTSTATUS NTAPI WDF_WMI_BUFFER_APPEND_STRING(PVOID Buffer, ULONG BufferLength, PCUNICODE_STRING String, PULONG RequiredSize);
NTKERNELAPI VOID NTAPI WDF_WMI_INSTANCE_CONFIG_INIT_PROVIDER(PWDF_WMI_INSTANCE_CONFIG Config, WDFWMIPROVIDER Provider);
NTKERNELAPI VOID NTAPI WDF_WMI_INSTANCE_CONFIG_INIT_PROVIDER_CONFIG(PWDF_WMI_INSTANCE_CONFIG Config, PWDF_WMI_PROVIDER_CONFIG ProviderConfig);
NTKERNELAPI VOID NTAPI WDF_WMI_PROVIDER_CONFIG_INIT(PWDF_WMI_PROVIDER_CONFIG Config, const GUID *Guid);
NTKERNELAPI NTSTATUS NTAPI WdfWmiInstanceCreate(WDFDEVICE Device, PWDF_WMI_INSTANCE_CONFIG InstanceConfig, PWDF_OBJECT_ATTRIBUTES InstanceAttributes, WDFWMIINSTANCE *Instance);
NTKERNELAPI VOID NTAPI WdfWmiInstanceDeregister(WDFWMIINSTANCE WmiInstance);
NTKERNELAPI NTSTATUS NTAPI WdfWmiInstanceFireEvent(WDFWMIINSTANCE WmiInstance, ULONG EventDataSize, PVOID EventData);
NTKERNELAPI WDFDEVICE NTAPI WdfWmiInstanceGetDevice(WDFWMIINSTANCE WmiInstance);
NTKERNELAPI WDFWMIPROVIDER NTAPI WdfWmiInstanceGetProvider(WDFWMIINSTANCE WmiInstance);
NTKERNELAPI NTSTATUS NTAPI WdfWmiInstanceRegister(WDFWMIINSTANCE WmiInstance);
NTKERNELAPI NTSTATUS NTAPI WdfWmiProviderCreate(WDFDEVICE Device, PWDF_WMI_PROVIDER_CONFIG WmiProviderConfig, PWDF_OBJECT_ATTRIBUTES ProviderAttributes, WDFWMIPROVIDER *WmiProvider);
NTKERNELAPI WDFDEVICE NTAPI WdfWmiProviderGetDevice(WDFWMIPROVIDER WmiProvider);
NTKERNELAPI ULONGLONG NTAPI WdfWmiProviderGetTracingHandle(WDFWMIPROVIDER WmiProvider);
NTKERNELAPI BOOLEAN NTAPI WdfWmiProviderIsEnabled(WDFWMIPROVIDER WmiProvider, WDF_WMI_PROVIDER_CONTROL ProviderControl);
NTKERNELAPI NTSTATUS NTAPI WdfDeviceMiniportCreate(WDFDRIVER Driver, PWDF_OBJECT_ATTRIBUTES Attributes, PDEVICE_OBJECT DeviceObject, PDEVICE_OBJECT AttachedDeviceObject, PDEVICE_OBJECT Pdo, WDFDEVICE *Device);
NTKERNELAPI VOID NTAPI WdfDriverMiniportUnload(WDFDRIVER Driver);
NTKERNELAPI VOID NTAPI WdfObjectReference(WDFOBJECT Handle);
NTKERNELAPI VOID NTAPI WdfObjectReferenceWithTag(WDFOBJECT Handle, PVOID Tag);
NTKERNELAPI VOID NTAPI WdfObjectDereference(WDFOBJECT Handle);
NTKERNELAPI VOID NTAPI WdfObjectDereferenceWithTag(WDFOBJECT Handle, PVOID Tag);
/* Other names of the object callbacks. */
typedef EVT_WDF_OBJECT_CONTEXT_CLEANUP EVT_WDF_DEVICE_CONTEXT_CLEANUP;
typedef EVT_WDF_OBJECT_CONTEXT_DESTROY EVT_WDF_DEVICE_CONTEXT_DESTROY;
typedef EVT_WDF_OBJECT_CONTEXT_CLEANUP EVT_WDF_IO_QUEUE_CONTEXT_CLEANUP_CALLBACK;
typedef EVT_WDF_OBJECT_CONTEXT_DESTROY EVT_WDF_IO_QUEUE_CONTEXT_DESTROY_CALLBACK;
typedef EVT_WDF_OBJECT_CONTEXT_CLEANUP EVT_WDF_FILE_CONTEXT_CLEANUP_CALLBACK;
typedef EVT_WDF_OBJECT_CONTEXT_DESTROY EVT_WDF_FILE_CONTEXT_DESTROY_CALLBACK;
#ifdef __cplusplus
}
#endif
#endif
