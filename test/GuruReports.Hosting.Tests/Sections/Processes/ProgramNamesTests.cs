using GuruReports.Hosting.Sections.Processes;
using GuruReports.Inspection.Processes;

namespace GuruReports.Hosting.Tests.Sections.Processes;

public sealed class ProgramNamesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("guru-names-").FullName;

    [Fact]
    public void Of_Processes_AreTheirProgramsAndNothingElseOfTheirCommandLines()
    {
        Process(1, "dotnet\n", "dotnet\0/srv/importer.dll\0--password\0hunter2\0");
        Process(2, "postgres\n", "postgres: shop\0");
        Process(3, "dotnet\n", "dotnet\0");

        var names = ProgramNames.Of([1, 2, 3, null, 4], new SystemFiles(_root));

        Assert.Equal([(1, "importer"), (2, "postgres"), (3, "dotnet")], names.OrderBy(static name => name.Key).Select(static name => (name.Key, name.Value)));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Process(int id, string name, string command)
    {
        Directory.CreateDirectory($"{_root}/proc/{id}");
        File.WriteAllText($"{_root}/proc/{id}/comm", name);
        File.WriteAllText($"{_root}/proc/{id}/cmdline", command);
    }
}
