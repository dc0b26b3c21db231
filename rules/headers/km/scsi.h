/* scsi.h: mingw-w64's, and the commands and pages of later standards. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_SCSI_H
#define DXL_SCSI_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <scsi.h>
#else
#include <srb.h>
/* Declared as the documentation has them. */
#define _INQUIRYDATA dxl_hidden__INQUIRYDATA
#define INQUIRYDATA dxl_hidden_INQUIRYDATA
#define PINQUIRYDATA dxl_hidden_PINQUIRYDATA
#define PRO_PARAMETER_LIST dxl_hidden_PRO_PARAMETER_LIST
#define PPRO_PARAMETER_LIST dxl_hidden_PPRO_PARAMETER_LIST
#include_next <scsi.h>
#undef _INQUIRYDATA
#undef INQUIRYDATA
#undef PINQUIRYDATA
#undef PRO_PARAMETER_LIST
#undef PPRO_PARAMETER_LIST
#include <dxl_scsi.h>
#endif
#endif
