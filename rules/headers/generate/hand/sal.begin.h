/* Spelled without trailing underscores: a driver may define __attribute__ away. */
#define DXL_SAL(text) __attribute((annotate(text)))
#define _SAL_VERSION 20
#define __SAL_H_VERSION 180000000
#define SAL_HXX
#define SPECSTRINGS_H
#define DRIVERSPECS_H
#define CONCURRENCYSAL_HXX
