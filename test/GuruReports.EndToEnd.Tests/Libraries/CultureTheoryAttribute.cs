namespace GuruReports.EndToEnd.Tests.Libraries;

/// <summary>A theory whose program needs to know cultures, as Microsoft.Data.SqlClient does.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CultureTheoryAttribute : TheoryAttribute
{
    public CultureTheoryAttribute() => Skip = Directory.Exists("/usr/lib") && Directory.EnumerateFiles("/usr/lib", "libicuuc.so*", SearchOption.AllDirectories).Any() ? null : "ICU is not installed (apt-get install libicu72)";
}
