namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>A test that needs a memory limit; skipped, with the reason, where none can be set.</summary>
public sealed class MemoryGroupFactAttribute : FactAttribute
{
    public MemoryGroupFactAttribute() => Skip = MemoryGroup.WhyNot();
}
