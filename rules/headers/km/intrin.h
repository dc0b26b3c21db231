/* intrin.h: compiler intrinsics that kernel code uses, declared only. Small on purpose: vector headers cost most of a parse.
 * Vector types come from emmintrin.h and the like where a driver includes them itself. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_INTRIN_H
#define DXL_INTRIN_H
#ifdef __cplusplus
extern "C" {
#endif
/* Interlocked operations; a suffix says what order an ARM processor keeps. */
#define DXL_WIDTH(suffix, order, type) \
  type _InterlockedExchange##suffix##order(type volatile *, type); \
  type _InterlockedExchangeAdd##suffix##order(type volatile *, type); \
  type _InterlockedCompareExchange##suffix##order(type volatile *, type, type); \
  type _InterlockedAnd##suffix##order(type volatile *, type); \
  type _InterlockedOr##suffix##order(type volatile *, type); \
  type _InterlockedXor##suffix##order(type volatile *, type);
#define DXL_STEP(suffix, order, type) \
  type _InterlockedIncrement##suffix##order(type volatile *); \
  type _InterlockedDecrement##suffix##order(type volatile *);
DXL_WIDTH(, , long)
DXL_WIDTH(8, , char)
DXL_WIDTH(16, , short)
DXL_WIDTH(64, , __int64)
DXL_STEP(, , long)
DXL_STEP(16, , short)
DXL_STEP(64, , __int64)
#if defined(_M_ARM64)
DXL_WIDTH(, _acq, long) DXL_WIDTH(, _rel, long) DXL_WIDTH(, _nf, long)
DXL_WIDTH(8, _acq, char) DXL_WIDTH(8, _rel, char) DXL_WIDTH(8, _nf, char)
DXL_WIDTH(16, _acq, short) DXL_WIDTH(16, _rel, short) DXL_WIDTH(16, _nf, short)
DXL_WIDTH(64, _acq, __int64) DXL_WIDTH(64, _rel, __int64) DXL_WIDTH(64, _nf, __int64)
DXL_STEP(, _acq, long) DXL_STEP(, _rel, long) DXL_STEP(, _nf, long)
DXL_STEP(16, _acq, short) DXL_STEP(16, _rel, short) DXL_STEP(16, _nf, short)
DXL_STEP(64, _acq, __int64) DXL_STEP(64, _rel, __int64) DXL_STEP(64, _nf, __int64)
void *_InterlockedCompareExchangePointer_acq(void *volatile *, void *, void *);
void *_InterlockedCompareExchangePointer_rel(void *volatile *, void *, void *);
void *_InterlockedCompareExchangePointer_nf(void *volatile *, void *, void *);
void *_InterlockedExchangePointer_acq(void *volatile *, void *);
void *_InterlockedExchangePointer_rel(void *volatile *, void *);
void *_InterlockedExchangePointer_nf(void *volatile *, void *);
long _InterlockedAdd(long volatile *, long);
__int64 _InterlockedAdd64(__int64 volatile *, __int64);
#endif
#undef DXL_WIDTH
#undef DXL_STEP
void *_InterlockedExchangePointer(void *volatile *, void *);
void *_InterlockedCompareExchangePointer(void *volatile *, void *, void *);
unsigned char _InterlockedCompareExchange128(__int64 volatile *, __int64, __int64, __int64 *);
unsigned char _interlockedbittestandset(long volatile *, long);
unsigned char _interlockedbittestandreset(long volatile *, long);
unsigned char _interlockedbittestandset64(__int64 volatile *, __int64);
unsigned char _interlockedbittestandreset64(__int64 volatile *, __int64);

/* Bits. */
unsigned char _BitScanForward(unsigned long *, unsigned long);
unsigned char _BitScanReverse(unsigned long *, unsigned long);
unsigned char _BitScanForward64(unsigned long *, unsigned __int64);
unsigned char _BitScanReverse64(unsigned long *, unsigned __int64);
unsigned char _bittest(long const *, long);
unsigned char _bittestandset(long *, long);
unsigned char _bittestandreset(long *, long);
unsigned char _bittestandcomplement(long *, long);
unsigned char _bittest64(__int64 const *, __int64);
unsigned char _bittestandset64(__int64 *, __int64);
unsigned char _bittestandreset64(__int64 *, __int64);
unsigned char _bittestandcomplement64(__int64 *, __int64);
unsigned short _byteswap_ushort(unsigned short);
unsigned long _byteswap_ulong(unsigned long);
unsigned __int64 _byteswap_uint64(unsigned __int64);
unsigned int _rotl(unsigned int, int);
unsigned int _rotr(unsigned int, int);
unsigned __int64 _rotl64(unsigned __int64, int);
unsigned __int64 _rotr64(unsigned __int64, int);
unsigned char _rotl8(unsigned char, unsigned char);
unsigned char _rotr8(unsigned char, unsigned char);
unsigned short _rotl16(unsigned short, unsigned char);
unsigned short _rotr16(unsigned short, unsigned char);
unsigned int __popcnt(unsigned int);
unsigned short __popcnt16(unsigned short);
unsigned __int64 __popcnt64(unsigned __int64);
unsigned int __lzcnt(unsigned int);
unsigned __int64 __lzcnt64(unsigned __int64);
__int64 __mulh(__int64, __int64);
unsigned __int64 __umulh(unsigned __int64, unsigned __int64);
__int64 _mul128(__int64, __int64, __int64 *);
unsigned __int64 _umul128(unsigned __int64, unsigned __int64, unsigned __int64 *);

/* Barriers, traps, addresses. */
void _ReadWriteBarrier(void);
void _ReadBarrier(void);
void _WriteBarrier(void);
void __debugbreak(void);
__declspec(noreturn) void __fastfail(unsigned int);
void *_ReturnAddress(void);
void *_AddressOfReturnAddress(void);
void __nop(void);
void _disable(void);
void _enable(void);
#if defined(_M_AMD64) || defined(_M_IX86)
void _mm_pause(void);
void _mm_lfence(void);
void _mm_mfence(void);
void _mm_sfence(void);
void _mm_clflush(void const *);
void __faststorefence(void);
void __cpuid(int[4], int);
void __cpuidex(int[4], int, int);
unsigned __int64 __rdtsc(void);
unsigned __int64 __rdtscp(unsigned int *);
unsigned __int64 __readcr0(void);
unsigned __int64 __readcr2(void);
unsigned __int64 __readcr3(void);
unsigned __int64 __readcr4(void);
unsigned __int64 __readcr8(void);
void __writecr0(unsigned __int64);
void __writecr3(unsigned __int64);
void __writecr4(unsigned __int64);
void __writecr8(unsigned __int64);
unsigned __int64 __readmsr(unsigned long);
void __writemsr(unsigned long, unsigned __int64);
unsigned __int64 __readeflags(void);
void __writeeflags(unsigned __int64);
unsigned __int64 _xgetbv(unsigned int);
void _xsetbv(unsigned int, unsigned __int64);
void __halt(void);
void __wbinvd(void);
void __invlpg(void *);
void __int2c(void);
void __ud2(void);
void __sidt(void *);
void __lidt(void *);
void _sgdt(void *);
void _lgdt(void *);
unsigned __int64 __readpmc(unsigned long);
unsigned char __inbyte(unsigned short);
unsigned short __inword(unsigned short);
unsigned long __indword(unsigned short);
void __outbyte(unsigned short, unsigned char);
void __outword(unsigned short, unsigned short);
void __outdword(unsigned short, unsigned long);
void __inbytestring(unsigned short, unsigned char *, unsigned long);
void __inwordstring(unsigned short, unsigned short *, unsigned long);
void __indwordstring(unsigned short, unsigned long *, unsigned long);
void __outbytestring(unsigned short, unsigned char *, unsigned long);
void __outwordstring(unsigned short, unsigned short *, unsigned long);
void __outdwordstring(unsigned short, unsigned long *, unsigned long);
void __movsb(unsigned char *, unsigned char const *, unsigned __int64);
void __movsw(unsigned short *, unsigned short const *, unsigned __int64);
void __movsd(unsigned long *, unsigned long const *, unsigned __int64);
void __movsq(unsigned __int64 *, unsigned __int64 const *, unsigned __int64);
void __stosb(unsigned char *, unsigned char, unsigned __int64);
void __stosw(unsigned short *, unsigned short, unsigned __int64);
void __stosd(unsigned long *, unsigned long, unsigned __int64);
void __stosq(unsigned __int64 *, unsigned __int64, unsigned __int64);
unsigned char __readgsbyte(unsigned long);
unsigned short __readgsword(unsigned long);
unsigned long __readgsdword(unsigned long);
unsigned __int64 __readgsqword(unsigned long);
void __writegsbyte(unsigned long, unsigned char);
void __writegsword(unsigned long, unsigned short);
void __writegsdword(unsigned long, unsigned long);
void __writegsqword(unsigned long, unsigned __int64);
unsigned __int64 __shiftleft128(unsigned __int64, unsigned __int64, unsigned char);
unsigned __int64 __shiftright128(unsigned __int64, unsigned __int64, unsigned char);
#endif
#if defined(_M_ARM64)
void __dmb(unsigned int);
void __dsb(unsigned int);
void __isb(unsigned int);
void __yield(void);
void __wfe(void);
void __wfi(void);
void __sev(void);
void __prefetch(void const *);
__int64 _ReadStatusReg(int);
void _WriteStatusReg(int, __int64);
unsigned __int64 __getReg(int);
unsigned short __readx18word(unsigned long);
unsigned long __readx18dword(unsigned long);
unsigned __int64 __readx18qword(unsigned long);
void __writex18qword(unsigned long, unsigned __int64);
unsigned int _CountLeadingZeros(unsigned long);
unsigned int _CountLeadingZeros64(unsigned __int64);
__int8 __iso_volatile_load8(const volatile __int8 *);
__int16 __iso_volatile_load16(const volatile __int16 *);
__int32 __iso_volatile_load32(const volatile __int32 *);
__int64 __iso_volatile_load64(const volatile __int64 *);
void __iso_volatile_store8(volatile __int8 *, __int8);
void __iso_volatile_store16(volatile __int16 *, __int16);
void __iso_volatile_store32(volatile __int32 *, __int32);
void __iso_volatile_store64(volatile __int64 *, __int64);
#endif
#ifdef __cplusplus
}
#endif
#endif
