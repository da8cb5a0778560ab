using GuruReports.SnapshotReader;

return HelperProgram.Run(args is [var library] ? library : null);
