// A lock of one of two objects: the destructor takes the handle out and releases what it has got, which is not NULL, however much
// else is known of the objects.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>
#include <wdf.h>

class LOCKED {
public:
	explicit LOCKED(WDFSPINLOCK Lock) : m_Lock(Lock) { WdfSpinLockAcquire(m_Lock); }
	~LOCKED() { Release(); }
	void Release()
	{
		WDFSPINLOCK lock = (WDFSPINLOCK)InterlockedExchangePointer(reinterpret_cast<PVOID *>(&m_Lock), nullptr);
		if (lock)
			WdfSpinLockRelease(lock);
	}

private:
	WDFSPINLOCK m_Lock;
};

struct PORT {
	WDFSPINLOCK Lock;
	WDFTIMER Timer;
	ULONG Count;
	ULONG Kind;
	ULONG Limit[14];
};

extern "C" void Settle(PORT *Port);
#pragma alloc_text(PAGE, Settle)
void Settle(PORT *Port)
{
	PAGED_CODE();
	Port->Kind = 0;
}

static bool HasLimits(const PORT *Port)
{
	return Port->Limit[0] > 1 && Port->Limit[1] > 1 && Port->Limit[2] > 1 && Port->Limit[3] > 1 && Port->Limit[4] > 1 &&
	       Port->Limit[5] > 1 && Port->Limit[6] > 1 && Port->Limit[7] > 1 && Port->Limit[8] > 1 && Port->Limit[9] > 1 &&
	       Port->Limit[10] > 1 && Port->Limit[11] > 1 && Port->Limit[12] > 1 && Port->Limit[13] > 1;
}

extern "C" void either_bad(PORT *First, PORT *Second, int Number)
{
	PORT *port = Second;
	if (Number > 3) {
		if (!HasLimits(First))
			return;
		port = First;
	}
	LOCKED held(port->Lock);
	if (port->Kind)
		port->Kind = 0;
	port->Count = 0;
	Settle(port); // EXPECT: dxgk-irql
	held.Release();
}

extern "C" void either_ok(PORT *First, PORT *Second, int Number)
{
	PORT *port = Second;
	if (Number > 3) {
		if (!HasLimits(First))
			return;
		port = First;
	}
	LOCKED held(port->Lock);
	if (port->Kind)
		port->Kind = 0;
	port->Count = 0;
	held.Release();
	Settle(port);
}

// Objects of the framework are followed before locks are.
extern "C" NTSTATUS timer_ok(PORT *Port, WDF_TIMER_CONFIG *Config)
{
	WDFTIMER timer;
	NTSTATUS status = WdfTimerCreate(Config, WDF_NO_OBJECT_ATTRIBUTES, &timer);
	if (NT_SUCCESS(status))
		Port->Timer = timer;
	return status;
}
