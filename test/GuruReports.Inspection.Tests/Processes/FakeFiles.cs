using GuruReports.Inspection.Processes;

namespace GuruReports.Inspection.Tests.Processes;

/// <summary>A tree of files that stands for the system's, in a directory of its own.</summary>
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
