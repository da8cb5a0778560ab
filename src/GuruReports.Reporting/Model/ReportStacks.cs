namespace GuruReports.Reporting.Model;

/// <summary>Groups of equal stacks: of threads, or of asynchronous call chains.</summary>
/// <param name="Groups">The groups, the most important first.</param>
public sealed record ReportStacks(IReadOnlyList<StackGroup> Groups) : ReportValue;
