/* dxl_wpp.h: what a .tmh file of the WPP preprocessor would give: control macros that do nothing, and a sink for trace arguments.
 * A driver's own trace functions come from its begin_wpp comments: whoever reads those defines each as DXL_WPP_SINK(MSG, ...). */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_WPP_H
#define DXL_WPP_H
#ifdef __cplusplus
extern "C" {
#endif
void dxl_wpp_sink(int control, ...);
#ifdef __cplusplus
}
#endif
#define DXL_WPP_SINK(...) dxl_wpp_sink(0, __VA_ARGS__)
/* Levels, as evntrace.h has them. */
#ifndef TRACE_LEVEL_NONE
#define TRACE_LEVEL_NONE 0
#define TRACE_LEVEL_CRITICAL 1
#define TRACE_LEVEL_FATAL 1
#define TRACE_LEVEL_ERROR 2
#define TRACE_LEVEL_WARNING 3
#define TRACE_LEVEL_INFORMATION 4
#define TRACE_LEVEL_VERBOSE 5
#endif
#define WPP_INIT_TRACING(...) ((void)0)
#define WPP_CLEANUP(...) ((void)0)
#ifndef DoTraceMessage
#define DoTraceMessage(flag, ...) DXL_WPP_SINK(__VA_ARGS__)
#endif
#ifndef DoTraceLevelMessage
#define DoTraceLevelMessage(level, flag, ...) DXL_WPP_SINK(__VA_ARGS__)
#endif
#ifndef DoDebugTrace
#define DoDebugTrace(level, flag, ...) DXL_WPP_SINK(__VA_ARGS__)
#endif
#ifndef TraceEvents
#define TraceEvents(level, flag, ...) DXL_WPP_SINK(__VA_ARGS__)
#endif
#define WPP_LEVEL_ENABLED(level) (0)
#define WPP_LEVEL_LOGGER(level) ((void *)0),
#define WPP_RECORDER_LEVEL_FLAGS_FILTER(level, flags) (0)
#define WPP_TRACE_CONTROL_NULL
#endif
