namespace GuruReports.EndToEnd.Tests.Harness;

/// <summary>The packages that restores of this machine have brought.</summary>
internal static class MachinePackages
{
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
