using GuruReports.TestService;

return args is [var mode, .. var rest] && Modes.All.TryGetValue(mode, out var run)
    ? await run(rest)
    : Modes.PrintUsage();
