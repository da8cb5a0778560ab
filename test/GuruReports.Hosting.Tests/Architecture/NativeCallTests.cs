using System.Reflection;
using System.Runtime.InteropServices;
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

        var called = new[] { typeof(IGuruMeditation).Assembly, typeof(Inspection.ProcessInspector).Assembly, typeof(Reporting.Model.Report).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<DllImportAttribute>())
            .Where(import => import?.Value is "libc" or "libc.so.6")
            .Select(import => import!.EntryPoint!)
            .Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(approved, called);
    }
}
