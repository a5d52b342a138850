using HashMatch.FaultyWorker;
using HashMatch.Imaging.Isolation;

// A worker that fails as files ask it to, or a program that has such workers and reports what became of them.
return args switch
{
    [FaultyDecoder.Verb] => DecodeWorker.Run(new FaultyDecoder()),
    [WorkerHost.HangVerb, var good, var bad] => WorkerHost.Hang(good, bad),
    [WorkerHost.RestartVerb, var good, var bad] => WorkerHost.Restart(good, bad),
    [WorkerHost.NoMemoryVerb, var good, var large] => WorkerHost.NoMemory(good, large),
    _ => 2,
};
