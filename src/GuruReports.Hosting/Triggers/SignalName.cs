using System.Globalization;

namespace GuruReports.Hosting.Triggers;

/// <summary>Turns the option <c>Signal</c> into a number of this system, and back.</summary>
internal static class SignalName
{
    /// <summary>What the option may be, for a person.</summary>
    internal const string Allowed = "a name such as SIGUSR1, SIGUSR2, SIGHUP or SIGRTMIN+3, a number, or none";

    private const int LinuxRealTimeMinimum = 34;
    private const int LinuxMaximum = 64;
    private const int BsdMaximum = 31;

    // Only signals that a service may give away: not those that stop it, crash it, or that the runtime itself needs.
    // Arrays, because this runs while a signal still kills: dictionaries would take milliseconds to be compiled.
    private static readonly string[] s_linuxNames =
        ["USR1", "USR2", "HUP", "ALRM", "STKFLT", "URG", "XCPU", "VTALRM", "PROF", "WINCH", "IO", "POLL", "PWR"];

    private static readonly int[] s_linuxNumbers = [10, 12, 1, 14, 16, 23, 24, 26, 27, 28, 29, 29, 30];

    private static readonly string[] s_bsdNames =
        ["USR1", "USR2", "HUP", "ALRM", "URG", "IO", "XCPU", "VTALRM", "PROF", "WINCH", "INFO"];

    private static readonly int[] s_bsdNumbers = [30, 31, 1, 14, 16, 23, 24, 26, 27, 28, 29];

    /// <summary>Gets the system that this process runs on.</summary>
    internal static SignalPlatform Current { get; } =
        OperatingSystem.IsLinux() || OperatingSystem.IsAndroid() ? SignalPlatform.Linux
        : OperatingSystem.IsMacOS() || OperatingSystem.IsFreeBSD() ? SignalPlatform.Bsd
        : SignalPlatform.None;

    /// <summary>Resolves the option.</summary>
    /// <returns>Whether the text is good.</returns>
    internal static bool TryResolve(string? text, SignalPlatform platform, out int number, out string? problem)
    {
        number = 0;
        problem = null;
        var name = text?.Trim() ?? "";
        if (platform == SignalPlatform.None || name.Equals("none", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (name.Length == 0)
        {
            number = DefaultOf(platform);
            return true;
        }

        number = Parse(name, platform);
        problem = number == 0
            ? $"'{name}' is not a signal that can be used on this system; allowed: {Allowed}"
            : null;
        return number != 0;
    }

    /// <summary>Says why a signal is refused, as the end of a sentence; empty where there is nothing to say but that there is none such.</summary>
    internal static string Refusal(string? text)
    {
        var name = text?.Trim().ToUpperInvariant() ?? "";
        name = name.StartsWith("SIG", StringComparison.Ordinal) ? name[3..] : name;
        return name switch
        {
            "KILL" or "STOP" or "9" or "19" => ". This one cannot be caught",
            "TERM" or "INT" or "QUIT" or "15" or "2" or "3" => ". This one stops a service",
            "SEGV" or "ABRT" or "BUS" or "FPE" or "ILL" or "TRAP" or "SYS" or "CHLD" or "CONT" or "PIPE" or "TSTP" or "TTIN" or "TTOU" or "4" or "5" or "6" or "7" or "8" or "11" or "13" or "17" or "18" => ". The runtime or the terminal needs this one",
            _ => "",
        };
    }

    /// <summary>Gets the signal that is used when none is named. The runtime of macOS uses SIGUSR1 itself.</summary>
    /// <returns>The number; 0 where there are no signals.</returns>
    internal static int DefaultOf(SignalPlatform platform) => platform switch
    {
        SignalPlatform.Linux => 10,
        SignalPlatform.Bsd => OperatingSystem.IsFreeBSD() ? 30 : 31,
        _ => 0,
    };

    /// <summary>Names a signal.</summary>
    /// <returns>The name with SIG.</returns>
    internal static string Of(int number, SignalPlatform platform)
    {
        var index = Array.IndexOf(NumbersOf(platform), number);
        if (index >= 0)
        {
            return "SIG" + NamesOf(platform)[index];
        }

        return platform == SignalPlatform.Linux && number >= LinuxRealTimeMinimum
            ? string.Create(CultureInfo.InvariantCulture, $"SIGRTMIN+{number - LinuxRealTimeMinimum}")
            : string.Create(CultureInfo.InvariantCulture, $"signal {number}");
    }

    private static int Parse(string name, SignalPlatform platform)
    {
        var bare = name.StartsWith("SIG", StringComparison.OrdinalIgnoreCase) ? name[3..] : name;
        var names = NamesOf(platform);
        for (var index = 0; index < names.Length; index++)
        {
            if (names[index].Equals(bare, StringComparison.OrdinalIgnoreCase))
            {
                return NumbersOf(platform)[index];
            }
        }

        const string RealTime = "RTMIN+";
        var isRealTime = platform == SignalPlatform.Linux && bare.StartsWith(RealTime, StringComparison.OrdinalIgnoreCase);
        var digits = isRealTime ? bare[RealTime.Length..] : name;
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value > LinuxMaximum)
        {
            return 0;
        }

        var number = isRealTime ? value + LinuxRealTimeMinimum : value;
        return IsUsable(number, platform) ? number : 0;
    }

    // The runtime suspends threads with SIGRTMIN itself.
    private static bool IsUsable(int number, SignalPlatform platform) =>
        Array.IndexOf(NumbersOf(platform), number) >= 0
        || (platform == SignalPlatform.Linux && number is > LinuxRealTimeMinimum and <= LinuxMaximum)
        || (platform == SignalPlatform.Bsd && number > BsdMaximum && number <= LinuxMaximum && OperatingSystem.IsFreeBSD());

    private static string[] NamesOf(SignalPlatform platform) =>
        platform == SignalPlatform.Linux ? s_linuxNames : s_bsdNames;

    private static int[] NumbersOf(SignalPlatform platform) =>
        platform == SignalPlatform.Linux ? s_linuxNumbers : s_bsdNumbers;
}
