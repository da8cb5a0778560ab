using System.Diagnostics;
using System.Globalization;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Systemd;

/// <summary>A systemd of the test's own, with its journal, and the test service in /opt/guru.</summary>
internal sealed class SystemdMachine : IDisposable
{
    private const string Target = """
        [Unit]
        Description=What the tests need
        DefaultDependencies=no
        Requires=systemd-journald.service
        After=systemd-journald.service
        """;

    private readonly string _directory = Directory.CreateTempSubdirectory("guru-systemd-").FullName;
    private readonly Process _boot;
    private readonly int _systemd;

    /// <summary>The host of .NET programs, as it is called inside.</summary>
    public static string DotNet { get; } = Command.Run("bash", "-c", "readlink -f \"$(command -v dotnet)\"").Output.Trim();

    /// <summary>Boots.</summary>
    /// <param name="program">The assembly whose directory becomes /opt/guru.</param>
    /// <param name="units">Units by name.</param>
    public SystemdMachine(string program, params IEnumerable<(string Name, string Text)> units)
    {
        var unitDirectory = Directory.CreateDirectory(Path.Combine(_directory, "units")).FullName;
        foreach (var (name, text) in units.Prepend(("guru-test.target", Target)))
        {
            File.WriteAllText(Path.Combine(unitDirectory, name), text);
        }

        Directory.CreateSymbolicLink(Path.Combine(_directory, "service"), Path.GetDirectoryName(program)!);
        var start = new ProcessStartInfo("bash", [Path.Combine(AppContext.BaseDirectory, "Systemd", "boot-systemd.sh"), _directory])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _boot = Process.Start(start)!;
        _boot.BeginOutputReadLine();
        _boot.BeginErrorReadLine();
        _systemd = FindSystemd();
        Wait("systemd takes no commands", () => Run("systemctl", "is-active", "guru-test.target").Output.Trim() == "active");
    }

    /// <summary>Runs a program inside.</summary>
    public Command Run(string program, params IEnumerable<string> arguments) => Command.Run(
        "nsenter",
        ["--target", _systemd.ToString(CultureInfo.InvariantCulture), "--mount", "--uts", "--ipc", "--pid", "--cgroup", program, .. arguments]);

    /// <summary>Runs a program inside that must succeed.</summary>
    /// <returns>Its standard output.</returns>
    public string Do(string program, params IEnumerable<string> arguments)
    {
        var command = Run(program, arguments);
        Assert.True(command.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {command.Error}{command.Output}");
        return command.Output;
    }

    /// <summary>Starts a unit and waits until its journal has a line.</summary>
    public void Start(string unit, string line)
    {
        Do("systemctl", "start", unit);
        Wait($"{unit} does not say '{line}'", () => Do("journalctl", "--unit", unit, "--output", "cat").Contains(line, StringComparison.Ordinal));
    }

    /// <summary>Waits for something inside.</summary>
    public void Wait(string problem, Func<bool> isThere) =>
        Until.True(isThere, Limits.Start, () => $"{problem}\n{Run("journalctl", "--no-pager", "--lines", "100").Output}");

    public void Dispose()
    {
        // Its process 1 takes all others of the namespace with it.
        _ = Signals.Kill(_systemd, Signals.KillNow);
        _boot.Kill(entireProcessTree: true);
        _boot.WaitForExit();
        _boot.Dispose();
        RemoveGroup();
        Directory.Delete(_directory, recursive: true);
    }

    // The programs that prepare the boot come and go, some between two looks.
    private int FindSystemd() => Until.Found(
        () => _boot.HasExited ? throw new InvalidOperationException("The boot has ended.") : Children().Where(IsSystemd).Cast<int?>().FirstOrDefault(),
        Limits.Start,
        () => "systemd does not boot.");

    private IEnumerable<int> Children() => (OtherProcess.Read(_boot.Id, $"task/{_boot.Id}/children") ?? "")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(child => int.Parse(child, CultureInfo.InvariantCulture));

    private static bool IsSystemd(int id) => OtherProcess.Read(id, "comm")?.Trim() == "systemd";

    // Only empty groups can be removed, from the leaves up; the last processes may still be on their way out.
    private void RemoveGroup()
    {
        var group = File.ReadAllText(Path.Combine(_directory, "group")).Trim();
        Until.True(
            () =>
            {
                Command.Run("find", group, "-depth", "-type", "d", "-exec", "rmdir", "{}", "+");
                return !Directory.Exists(group);
            },
            Limits.Exit,
            () => $"{group} cannot be removed.");
    }
}
