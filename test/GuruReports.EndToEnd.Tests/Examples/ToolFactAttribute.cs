namespace GuruReports.EndToEnd.Tests.Examples;

/// <summary>A test that needs a program of the machine; skipped where it is not installed.</summary>
public sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(string tool)
    {
        Tool = tool;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        Skip = Array.Exists(folders, folder => File.Exists(Path.Combine(folder, tool))) ? null : $"{tool} is not installed";
    }

    public string Tool { get; }
}
