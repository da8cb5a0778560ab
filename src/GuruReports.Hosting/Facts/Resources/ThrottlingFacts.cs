namespace GuruReports.Hosting.Facts.Resources;

/// <summary>In how many of how many periods the control group's CPU limit stopped the service.</summary>
internal sealed record ThrottlingFacts(long Periods, long ThrottledPeriods);
