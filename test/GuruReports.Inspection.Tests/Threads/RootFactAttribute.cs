namespace GuruReports.Inspection.Tests.Threads;

/// <summary>Marks a test that gives up privileges, which only root can; elsewhere every other test runs without them anyway.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute() => Skip = Environment.UserName == "root" && File.Exists("/usr/bin/setpriv") ? null : "needs root and setpriv";
}
