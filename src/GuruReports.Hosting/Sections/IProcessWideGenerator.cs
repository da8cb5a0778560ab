namespace GuruReports.Hosting.Sections;

/// <summary>Marks a generator that speaks of the whole process: with several hosts in one process it runs once.</summary>
internal interface IProcessWideGenerator : IReportGenerator;
