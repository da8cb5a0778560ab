namespace GuruReports.EndToEnd.Tests.Harness;

/// <summary>A private directory for report files, removed with its content.</summary>
internal sealed class ReportDirectory : IDisposable
{
    public ReportDirectory()
    {
        Path = Directory.CreateTempSubdirectory("guru-test-").FullName;
    }

    public string Path { get; }

    public string[] Files => [.. Directory.GetFiles(Path).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
