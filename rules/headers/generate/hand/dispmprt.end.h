/* Routines of displib.lib and dxgkrnl's loader stub, linked by name. */
_IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS DxgkInitialize(_In_ PDRIVER_OBJECT DriverObject, _In_ PUNICODE_STRING RegistryPath,
                        _In_ PDRIVER_INITIALIZATION_DATA DriverInitializationData);
_IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS DxgkInitializeDisplayOnlyDriver(_In_ PDRIVER_OBJECT DriverObject, _In_ PUNICODE_STRING RegistryPath,
                                         _In_ PKMDDOD_INITIALIZATION_DATA KmdDodInitializationData);
_IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS DxgkUnInitialize(_In_ PDRIVER_OBJECT DriverObject);
