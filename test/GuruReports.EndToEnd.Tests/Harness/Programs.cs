using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Harness;

/// <summary>Finds the programs that are built with the tests.</summary>
internal static class Programs
{
    public static string TestService { get; } = Find("test", "GuruReports.TestService");

    /// <summary>Returns the assembly of a program of this repository, as built in the tests' own configuration.</summary>
    public static string Find(string room, string name)
    {
        // <tests>/bin/<configuration>/<framework>/
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var assembly = Repository.PathOf(room, name, "bin", output.Parent!.Name, output.Name, name + ".dll");
        return File.Exists(assembly) ? assembly : throw new FileNotFoundException("Build the solution first.", assembly);
    }
}
