using GuruReports.SnapshotTarget;

// A service to take snapshots of, in many circumstances. Prints "key=value" lines; the tests read them.
return args switch
{
    ["once", .. var rest] => OnceCommand.Run(rest),
    ["load", var count, .. var rest] => LoadCommand.Run(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), rest),
    ["disturb", var signal] => DisturbCommand.Run(signal),
    ["stop-between"] => StopBetweenCommand.Run(),
    ["hold"] => HoldCommand.Run(),
    ["port"] => PortCommand.Run(),
    ["concurrent"] => ConcurrentCommand.Run(),
    ["child-signal"] => ChildSignalCommand.Run(),
    ["cancel"] => CancelCommand.Run(),
    ["reused-number"] => ReusedNumberCommand.Run(),
    ["time-to-live"] => TimeToLiveCommand.Run(),
    _ => OnceCommand.Run([]),
};
