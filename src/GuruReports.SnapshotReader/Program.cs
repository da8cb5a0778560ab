using GuruReports.SnapshotReader;

return HelperProgram.Run();
