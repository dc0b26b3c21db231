const char *PanelTrace() { return PANEL_NAME; }
