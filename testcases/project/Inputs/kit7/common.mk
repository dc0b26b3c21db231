# Set by every directory behind this line.
INCLUDES = $(DDK_INC_PATH);$(TOP)\inc
