using GuruReports.AsyncZoo;

// Builds everything whose shape is known, says "READY", then obeys one command a line until its input ends.
var options = ZooOptions.Parse(args);
Heap.Fill(options.HeapMegabytes);
Heap.StartLoad(options.LoadThreads);
var desks = new Desks();
desks.Build(options.Desks);
var methods = new Methods();
methods.Build(options.Methods);
var threads = new Threads();
threads.Build(options);
var pool = new Pool();
pool.Build(options);
var novelties = new Novelties();
novelties.Build(options.Novelties);
var hoards = new Hoards();
hoards.Build(options.Hoards);
Console.WriteLine("READY " + Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture));
while (Console.ReadLine() is { } command)
{
    Console.WriteLine(Commands.Run(command));
}

GC.KeepAlive(methods);
GC.KeepAlive(threads);
GC.KeepAlive(pool);
GC.KeepAlive(novelties);
GC.KeepAlive(hoards);
GC.KeepAlive(desks);
Environment.Exit(0);
