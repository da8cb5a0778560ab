using System.Reflection;
using System.Runtime.InteropServices;
using GuruReports.Inspection.Native;
using GuruReports.Testing;

namespace GuruReports.Hosting.Tests.Architecture;

/// <summary>
/// Which functions of the C library are called by name is a decision: musl lacks some that glibc has, and a missing one is
/// only noticed when it is called.
/// </summary>
public sealed class NativeCallTests
{
    private static readonly string s_approved = Repository.PathOf("test", "GuruReports.Hosting.Tests", "Architecture", "libc.golden");

    [Fact]
    public void LibraryImports_OfTheCLibrary_AreApproved()
    {
        var approved = File.ReadLines(s_approved).Where(line => line is not ['#', ..]).Select(line => line.Split(' ')[0]);

        var called = Imports().Select(import => import.Function).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(approved, called);
    }

    /// <summary>What is called without leaving managed code, or with other arguments by number, is another declaration on purpose.</summary>
    [Fact]
    public void LibraryImports_OfTheCLibrary_StandInOneClassEach()
    {
        var twice = Imports()
            .Where(import => import.Class is not (nameof(LibcAtOnce) or nameof(KernelCalls)))
            .GroupBy(import => import.Function)
            .Where(group => group.Select(import => import.Class).Distinct().Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(", ", group.Select(import => import.Class))}");

        Assert.Empty(twice);
    }

    private static IEnumerable<(string Function, string Class)> Imports() =>
        from assembly in new[] { typeof(IGuruMeditation).Assembly, typeof(Inspection.ProcessInspector).Assembly, typeof(Reporting.Model.Report).Assembly }
        from type in assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
        let import = method.GetCustomAttribute<DllImportAttribute>()
        where import?.Value is "libc" or "libc.so.6"
        select (import.EntryPoint!, type.Name);
}
