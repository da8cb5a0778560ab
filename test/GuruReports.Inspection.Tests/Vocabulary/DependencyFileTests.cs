using GuruReports.Inspection.Symbols;

namespace GuruReports.Inspection.Tests.Vocabulary;

public sealed class DependencyFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Read_ProjectPackageAndRuntimePack_AreToldApart()
    {
        File.WriteAllText(_path, """
            {"runtimeTarget":{"name":"t"},
             "targets":{"t":{
              "Heat/1.0.0":{"runtime":{"Heat.dll":{}}},
              "Npgsql/9.0.1":{"runtime":{"lib/net8.0/Npgsql.dll":{"assemblyVersion":"9.0.1.0"}}},
              "Sqlite/2.0.0":{"runtimeTargets":{"runtimes/linux-x64/lib/Sqlite.dll":{"rid":"linux-x64","assetType":"runtime","assemblyVersion":"2.0.0.0"},"runtimes/linux-x64/native/e_sqlite3.so":{"rid":"linux-x64","assetType":"native"}}},
              "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/10.0.1":{"runtime":{"System.Runtime.dll":{}}}}},
             "libraries":{"Heat/1.0.0":{"type":"project"},"Npgsql/9.0.1":{"type":"package"},"Sqlite/2.0.0":{"type":"package"}}}
            """);

        var file = DependencyFile.Read(_path);

        Assert.Null(file.Problem);
        Assert.Equal(["Heat"], file.Projects);
        Assert.Equal(["Npgsql", "Sqlite"], file.Packages);
        Assert.Equal(["System.Runtime"], file.RuntimePack);
        Assert.Equal(("9.0.1.0", null), (file.Find("Npgsql")!.Version, file.Find("Sqlite")!.Version));
    }
}
