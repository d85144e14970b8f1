# ---- The sweep: rounds of trials, each trial a run of its own. A study of Optuna's is one round; its trials are handed
# ---- out by the storage, so that any number of processes shares them.


class PageTrials(optuna.samplers.BaseSampler):
    """Hands out the trials of the page in its order, and none besides."""

    def __init__(self, standing):
        self.standing = standing

    def infer_relative_search_space(self, study, trial):
        return {}

    def sample_relative(self, study, trial, search_space):
        return {}

    def sample_independent(self, study, trial, name, distribution):
        return TRIALS[self.standing[trial.number]][name]


def suggested(trial):
    """The settings of a trial that differ from those of the page."""
    changes = {}
    for axis in SPACE:
        name = axis["setting"]
        if "options" in axis:
            changes[name] = trial.suggest_categorical(name, list(axis["options"]))
        elif axis["whole"]:
            changes[name] = trial.suggest_int(name, axis["low"], axis["high"])
        else:
            changes[name] = trial.suggest_float(name, axis["low"], axis["high"], log=axis["log"])
    return changes


def run_round(number, standing, storage, mnist):
    """
    Trains what no other process has taken; returns {trial: (right, images)}, None where
    the loss became no number; what was given up is missing, and the page can train it.
    """
    study = optuna.create_study(
        study_name=f"round {number + 1}", storage=storage, direction="maximize", load_if_exists=True,
        sampler=PageTrials(standing))

    def objective(trial):
        if trial.number >= len(standing):
            study.stop()
            raise optuna.TrialPruned("all trials are taken")
        settings = {**SETTINGS, **suggested(trial)}
        if HALVING:
            settings["epochs"] = ROUNDS[number]["epochs"]
        network = Network(settings)
        network.load_state_dict(initial_weights(settings))
        say = lambda text: print(f"round {number + 1}, trial {standing[trial.number] + 1}, {text}", flush=True)
        try:
            result = train(settings, network, mnist, say)
        except FloatingPointError:
            trial.set_user_attr("astray", True)
            raise
        trial.set_user_attr("images", result["images"])
        trial.set_user_attr("right", result["right"])
        return result["right"] / result["images"]

    if len(study.trials) < len(standing):
        study.optimize(objective, catch=(FloatingPointError,))
    while True:
        trials = [trial for trial in study.get_trials(deepcopy=False) if trial.number < len(standing)]
        unfinished = [trial for trial in trials if not trial.state.is_finished()]
        if not unfinished:
            break
        if OPTIONS.give_up_unfinished:
            for trial in unfinished:
                study.tell(trial.number, state=optuna.trial.TrialState.FAIL)
            continue
        print(f"waiting for {len(unfinished)} trials of other processes; "
              "if these were ended, start one with --give-up-unfinished", flush=True)
        time.sleep(2)
    found = {}
    for trial in trials:
        if trial.state == optuna.trial.TrialState.COMPLETE:
            found[standing[trial.number]] = (trial.user_attrs["right"], trial.user_attrs["images"])
        elif "astray" in trial.user_attrs:
            found[standing[trial.number]] = None
    return found


def main():
    # Every process computes on its own; more of them would only fight for the same cores.
    torch.set_num_threads(OPTIONS.threads)
    storage = optuna.storages.JournalStorage(optuna.storages.journal.JournalFileBackend(OPTIONS.storage))
    mnist, _ = load_mnist()
    standing, results = list(range(len(TRIALS))), []
    for number in range(len(ROUNDS)):
        found = run_round(number, standing, storage, mnist)
        for trial, read in sorted(found.items()):
            results.append({"trial": trial, "round": number, "right": read and read[0], "images": read and read[1]})
        if number + 1 < len(ROUNDS):
            accuracy = lambda trial: found[trial][0] / found[trial][1] if found.get(trial) else -1
            best = sorted(standing, key=lambda trial: (-accuracy(trial), trial))
            standing = sorted(best[: ROUNDS[number + 1]["trials"]])
    with open(OPTIONS.results + f".{os.getpid()}", "w") as file:
        json.dump({"format": "digit-lab sweep results 1", "sweep": json.loads(SWEEP), "results": results}, file)
    os.replace(file.name, OPTIONS.results)
    print(f"all is trained: open {OPTIONS.results} on the page, in Runs")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    own = os.path.splitext(os.path.abspath(__file__))[0]
    parser.add_argument("--storage", default=f"{own}.journal", help="the file that all processes share")
    parser.add_argument("--results", default=f"{own}-results.json", help="the file for the page")
    parser.add_argument("--threads", type=int, default=max(1, (os.cpu_count() or 2) // 2), help="of this process")
    parser.add_argument("--give-up-unfinished", action="store_true",
                        help="leave out the trials of processes that were ended; call it alone")
    OPTIONS = parser.parse_args()
    main()
