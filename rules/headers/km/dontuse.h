/* dontuse.h: the kit deprecates unsafe routines here; for reading that says nothing. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
