namespace GuruReports.Hosting.Tests.Sections;

/// <summary>Instruments belong to the process: whatever makes a report beside these tests would ask theirs too.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MetricsCollection
{
    public const string Name = "metrics";
}
