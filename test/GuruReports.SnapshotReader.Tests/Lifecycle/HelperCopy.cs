using System.Runtime.InteropServices;

namespace GuruReports.SnapshotReader.Tests.Lifecycle;

/// <summary>A copy of the helper's folder that a test may spoil.</summary>
internal sealed class HelperCopy : IDisposable
{
    private static readonly string s_variant = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? "x64" : "any";

    public HelperCopy()
    {
        var target = Directory.CreateDirectory(Path.Combine(Folder, s_variant)).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Target.Folder, "guru-reports", s_variant)))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("helper").FullName;

    public string Program => Path.Combine(Folder, s_variant, "GuruReports.SnapshotReader.dll");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
