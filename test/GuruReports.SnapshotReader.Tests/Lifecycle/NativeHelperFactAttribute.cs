namespace GuruReports.SnapshotReader.Tests.Lifecycle;

/// <summary>A test of the helper that is machine code, which is built where there is a linker; as root where it mounts something.</summary>
public sealed class NativeHelperFactAttribute : FactAttribute
{
    public NativeHelperFactAttribute(bool asRoot = false) =>
        Skip = !HelperCopy.IsNative ? "the helper was not compiled to machine code here" : asRoot && Environment.UserName != "root" ? "needs root" : null;
}
