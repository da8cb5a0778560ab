namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>A test that needs root, for mounts or foreign owners; skipped, with the reason, without.</summary>
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute() => Skip = Environment.IsPrivilegedProcess ? null : "needs root";
}
