using GuruReports.WebZoo;
using GuruReports.WebZoo.Clients;
using GuruReports.WebZoo.Services;

// serve: keeps known work in flight. visit <port> <port of HTTP/2>: the clients that ask for it. Behind each, many: five hundred requests;
// load: collections without end.
Census.IsMany = args.Contains("many");
if (args is ["visit", var port, var second, ..])
{
    await new Visitors(new Uri("http://127.0.0.1:" + port), new Uri("http://127.0.0.1:" + second)).StayAsync();
}
else
{
    await ZooServer.RunAsync(args);
}
