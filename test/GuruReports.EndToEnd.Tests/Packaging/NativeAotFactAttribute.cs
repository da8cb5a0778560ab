using GuruReports.EndToEnd.Tests.Faults;

namespace GuruReports.EndToEnd.Tests.Packaging;

/// <summary>A test that compiles a service to native code, which takes minutes and a linker; part of the long form (<c>GURU_LONG=1</c>).</summary>
public sealed class NativeAotFactAttribute : FactAttribute
{
    public NativeAotFactAttribute()
    {
        var linkers = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Where(folder => File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc")));
        Skip = !Bounds.IsLong ? "compiling to native code takes minutes: GURU_LONG=1 runs it" : linkers.Any() ? null : "there is no linker";
    }
}
