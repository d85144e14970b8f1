# ---- Training, as on the page: the same split, order, masks and changes of images, learning rates and optimizer.


def device_of_process():
    if not torch.cuda.is_available():
        return torch.device("cpu")
    return torch.device("cuda", int(os.environ.get("LOCAL_RANK", 0)))


def make_optimizer(network, settings):
    kernels = [p for p in network.parameters() if p.dim() > 1]
    others = [p for p in network.parameters() if p.dim() == 1]
    # Weight decay is of kernels alone.
    groups = [{"params": kernels, "weight_decay": settings["weightDecay"]}, {"params": others, "weight_decay": 0.0}]
    name, rate = settings["optimizer"], settings["learningRate"]
    if name in ("adam", "adamw"):
        make = torch.optim.AdamW if name == "adamw" else torch.optim.Adam
        return make(groups, lr=rate, betas=(settings["beta1"], settings["beta2"]), eps=1e-7)
    if name == "rmsprop":
        return torch.optim.RMSprop(groups, lr=rate, alpha=settings["rho"], eps=1e-7)
    momentum = 0.0 if name == "sgd" else settings["momentum"]
    return torch.optim.SGD(groups, lr=rate, momentum=momentum, nesterov=name == "nesterov" and momentum > 0)


def as_input(images, device):
    return torch.from_numpy(np.array(images)).to(device).unsqueeze(1).float() / 255


@torch.no_grad()
def evaluate(network, images, labels, device):
    """Mean cross-entropy, and how many are read right; each process reads its share."""
    network.eval()
    sums = torch.zeros(2, dtype=torch.float64)
    for start in range(0, len(labels), 1000):
        part = slice(start + RANK * 1000 // WORLD, min(len(labels), start + (RANK + 1) * 1000 // WORLD))
        logits = network(as_input(images[part], device))
        truth = torch.from_numpy(labels[part].astype(np.int64)).to(device)
        sums[0] += F.cross_entropy(logits, truth, reduction="sum").item()
        sums[1] += (logits.argmax(1) == truth).sum().item()
    loss, right = everywhere(sums.to(device) if WORLD > 1 and device.type == "cuda" else sums).tolist()
    return loss / len(labels), int(right)


def train(settings, network, mnist, say=print, steps=None, after_epoch=None):
    """
    Trains a network, which then has the weights of the epoch that is kept.
    mnist: images [n, 28, 28] and labels [n] of the training files, uint8.
    steps: batches after which it ends in any case, however long the schedule is.
    after_epoch: is told the epoch and its accuracy in the validation images.
    Returns the loss of each batch and, of the validation images, how many there are and how many are read right.
    """
    images, labels = mnist
    device = device_of_process()
    network.to(device)
    training, validation = split_training(len(labels))
    training = training[: settings["trainingImages"]]
    batch_size = settings["batchSize"]
    batches = settings["epochs"] * math.ceil(len(training) / batch_size)
    optimizer = make_optimizer(network, settings)
    average = copy.deepcopy(network) if settings["ema"] > 0 else network
    parallel = DistributedDataParallel(network) if WORLD > 1 else network
    losses, best, best_loss, best_epoch = [], None, math.inf, 0
    for epoch in range(settings["epochs"]):
        order = epoch_order(training, settings["seed"], epoch)
        for start in range(0, len(order), batch_size):
            batch, step = order[start : start + batch_size], len(losses)
            Batch.begin(settings["seed"], step, len(batch))
            mine = batch[Batch.first : Batch.end]
            pictures = images[mine]
            if augments(settings):
                pictures = augment(pictures, settings, settings["seed"], epoch * len(labels) + mine)
            for group in optimizer.param_groups:
                group["lr"] = settings["learningRate"] * rate_factor(
                    step / batches, settings["schedule"], settings["warmup"], settings["rise"])
            losses.append(train_batch(parallel, optimizer, pictures, labels[mine], settings, device))
            if average is not network:
                follow(average, network, min(settings["ema"], (2 + step) / (11 + step)))
            if not math.isfinite(losses[-1]):
                raise FloatingPointError("the loss is no number any more: try a lower learning rate")
            if len(losses) == steps:
                break
        loss, right = evaluate(average, images[validation], labels[validation], device)
        say(f"epoch {epoch + 1}: loss {np.mean(losses[-math.ceil(len(training) / batch_size):]):.4f}, "
            f"validation loss {loss:.4f}, accuracy {right / len(validation):.4f}")
        if after_epoch:
            after_epoch(epoch + 1, right / len(validation))
        reached = settings["stopAt"] > 0 and right / len(validation) >= settings["stopAt"] / 100
        if settings["patience"] > 0 and not reached and (best is None or loss < best_loss):
            best, best_loss, best_epoch, best_right = copy.deepcopy(average.state_dict()), loss, epoch, right
        if reached or len(losses) == steps or 0 < settings["patience"] <= epoch - best_epoch:
            break
    network.load_state_dict(average.state_dict())
    if best is not None and not reached:
        network.load_state_dict(best)
        right = best_right
    return {"losses": losses, "images": len(validation), "right": right}


def train_batch(network, optimizer, pictures, labels, settings, device):
    network.train()
    logits = network(as_input(pictures, device))
    truth = torch.from_numpy(labels.astype(np.int64)).to(device)
    total = F.cross_entropy(logits, truth, reduction="sum", label_smoothing=settings["labelSmoothing"])
    loss = total / Batch.size
    optimizer.zero_grad()
    # DistributedDataParallel takes the mean over the processes, which each have a part of the sum.
    (loss * WORLD).backward()
    if settings["clipNorm"] > 0:
        nn.utils.clip_grad_norm_(network.parameters(), settings["clipNorm"])
    optimizer.step()
    return everywhere(loss.detach()).item()


@torch.no_grad()
def follow(average, network, keeps):
    """Moves an average of the weights on."""
    for mean, value in zip(average.state_dict().values(), network.state_dict().values()):
        mean.lerp_(value, 1 - keeps)
