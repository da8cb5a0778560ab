using GuruReports.Inspection.Snapshot;

namespace GuruReports.Inspection.Tests.Snapshot;

/// <summary>A folder that stands for / of some machine.</summary>
internal sealed class SystemFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("system").FullName;

    public SystemFiles Files => new(_root);

    public SystemFolder With(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_root + path)!);
        File.WriteAllText(_root + path, text);
        return this;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
