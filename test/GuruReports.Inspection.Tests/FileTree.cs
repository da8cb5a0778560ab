namespace GuruReports.Inspection.Tests;

/// <summary>A folder that stands for / of some machine.</summary>
/// <typeparam name="TFiles">What reads files below such a folder.</typeparam>
/// <param name="read">Makes the reader for a folder.</param>
internal abstract class FileTree<TFiles>(Func<string, TFiles> read) : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("guru-files-").FullName;

    public TFiles Files => read(_root);

    public FileTree<TFiles> With(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_root + path)!);
        File.WriteAllText(_root + path, text);
        return this;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
