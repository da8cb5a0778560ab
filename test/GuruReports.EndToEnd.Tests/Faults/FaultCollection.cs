namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>Tests that measure times or use up the machine: one after another, and never beside others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FaultCollection
{
    public const string Name = "faults";
}
