using System.Globalization;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Containers;

/// <summary>The service as process 1, not root, without capabilities, on a read-only file system: as docs/containers.md says.</summary>
public sealed class ContainerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("guru-container-").FullName;

    [NamespaceFact]
    public void Process1_NotRootReadOnlyNoCapabilities_AnswersSignalAndRequestFileWithAWholeReport()
    {
        // Another user has no way into a home directory.
        var (program, run) = (Path.Combine(_folder, "app"), Directory.CreateDirectory(Path.Combine(_folder, "run")).FullName);
        Command.Run("cp", "-r", Path.GetDirectoryName(Programs.TestService)!, program);
        Command.Run("chmod", "-R", "a+rX", _folder);
        using var container = ChildService.StartProgram(
            "/usr/bin/unshare",
            ["--mount", "--pid", "--fork", "--mount-proc", "--kill-child", Path.Combine(AppContext.BaseDirectory, "Containers", "container.sh"), run, "dotnet", Path.Combine(program, Path.GetFileName(Programs.TestService)), "plain"],
            Settings.Of(("RequestFile", Path.Combine(run, "request")), ("MinimumInterval", "00:00:00"), ("Snapshot:TimeoutWhenStarved", "00:00:10"))).WaitUntilReady();
        var service = Child(container.Id);

        Assert.Equal(0, Signals.Kill(service, Signals.Usr1));
        var bySignal = container.WaitForReport();

        // From another process in the container, as a sidecar or a debugging container does it.
        Assert.Equal(0, Command.Run("nsenter", "--target", service.ToString(CultureInfo.InvariantCulture), "--mount", "touch", Path.Combine(run, "request")).ExitCode);
        var byFile = container.WaitForReport();

        Assert.EndsWith("1", OtherProcess.Read(service, "status")!.Split('\n').Single(line => line.StartsWith("NSpid:", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.All([bySignal, byFile], report => Assert.Contains("way: in process", report, StringComparison.Ordinal));
        Assert.All([bySignal, byFile], report => Assert.Matches(@"\d+ pending async method", report));
        Assert.All([bySignal, byFile], report => Assert.DoesNotContain("not whole", report, StringComparison.Ordinal));
        Assert.Contains("pid 1 on ", bySignal, StringComparison.Ordinal);
        Assert.Contains("request file", byFile, StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static int Child(int parent) =>
        int.Parse(OtherProcess.Read(parent, $"task/{parent}/children")!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Single(), CultureInfo.InvariantCulture);
}
