using GuruReports.Inspection.Processes;

namespace GuruReports.Inspection.Tests;

/// <summary>A folder that stands for / of some machine.</summary>
internal sealed class FakeFiles : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("guru-files-").FullName;

    public SystemFiles Files => new(_root);

    public FakeFiles With(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_root + path)!);
        File.WriteAllText(_root + path, text);
        return this;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
