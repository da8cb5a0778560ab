using System.Runtime.InteropServices;

namespace GuruReports.SnapshotReader.Tests.Lifecycle;

/// <summary>A copy of the helper's folder that a test may spoil.</summary>
internal sealed class HelperCopy : IDisposable
{
    private static readonly string s_form = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? "x64" : "any";

    public HelperCopy()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Target.Folder, "guru-reports"), "*", SearchOption.AllDirectories))
        {
            var form = Directory.CreateDirectory(Path.Combine(Folder, Path.GetFileName(Path.GetDirectoryName(file)!))).FullName;
            File.Copy(file, Path.Combine(form, Path.GetFileName(file)));
        }
    }

    /// <summary>Gets whether the helper for this machine is machine code.</summary>
    public static bool IsNative { get; } = File.Exists(Path.Combine(Target.Folder, "guru-reports", s_form, "GuruReports.SnapshotReader"));

    public string Folder { get; } = Directory.CreateTempSubdirectory("helper").FullName;

    public string Program => Path.Combine(Folder, s_form, IsNative ? "GuruReports.SnapshotReader" : "GuruReports.SnapshotReader.dll");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
